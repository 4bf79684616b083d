import { useEffect, useState } from 'preact/hooks';
import { askFeed } from '../ask-feed';
import type { BackgroundState } from '../options/use-background';

/** The background stores that it reads in the first second after the install. */
const BEGINS_WITHIN_MS = 5_000;
/** What is told to be under way, and leaves no trace for as long, may have died with its background. */
const ASK_AGAIN_MS = 10_000;
const TIMES = 5;

/**
 * Where the background is silent this page reads the feed in its place, once: a new user would wait for ever. Where it
 * answers it has begun by itself, at install; where nothing is stored of that it is asked how it went, since a full disk
 * keeps no trace of a failure, and asked again. `hasBegun`: a trace is there, or the answer. Returns whether to wait for
 * one is of no more use.
 */
export function useFirstReading(background: BackgroundState, hasBegun: boolean): boolean {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (background === undefined) return;
    if (background === 'answering' ? hasBegun || asked > TIMES : asked > 0) return;
    const ask = () => {
      setAsked(asked + 1);
      // How it went is told by the state of the feed.
      if (asked < TIMES) askFeed('page').catch(() => undefined);
    };
    const wait = asked === 0 ? BEGINS_WITHIN_MS : ASK_AGAIN_MS;
    const timer = setTimeout(ask, background === 'silent' ? 0 : wait);
    return () => clearTimeout(timer);
  }, [background, hasBegun, asked]);
  return asked > TIMES && !hasBegun;
}
