import { useEffect, useRef } from 'preact/hooks';
import { askFeed } from '../ask-feed';
import type { BackgroundState } from '../options/use-background';

/** The background stores that it reads in the first second after the install. */
const BEGINS_WITHIN_MS = 5_000;

/**
 * Where the background is silent this page reads the feed in its place, once: a new user would wait for ever. Where it
 * answers it has begun by itself, at install; where nothing is stored of that it is asked how it went, since a full disk
 * keeps no trace of a failure. `hasBegun`: a trace is there, or the answer.
 */
export function useFirstReading(background: BackgroundState, hasBegun: boolean): void {
  const isAsked = useRef(false);
  useEffect(() => {
    if (background === undefined || isAsked.current) return;
    if (background === 'answering' && hasBegun) return;
    const ask = () => {
      isAsked.current = true;
      // How it went is told by the state of the feed.
      askFeed('page').catch(() => undefined);
    };
    const timer = setTimeout(ask, background === 'silent' ? 0 : BEGINS_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [background, hasBegun]);
}
