import { useEffect, useRef } from 'preact/hooks';
import { askFeed } from '../ask-feed';
import type { BackgroundState } from '../options/use-background';

/**
 * Where the background is silent this page reads the feed in its place, once: a new user would wait for ever. Where it
 * answers it has begun by itself, at install.
 */
export function useFirstReading(background: BackgroundState): void {
  const isAsked = useRef(false);
  useEffect(() => {
    if (background !== 'silent' || isAsked.current) return;
    isAsked.current = true;
    // How it went is told by the state of the feed.
    askFeed('page').catch(() => undefined);
  }, [background]);
}
