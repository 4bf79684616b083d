import { useEffect, useState } from 'preact/hooks';
import { askSync, watchBackground } from '@/lib/app/ask-sync';

/**
 * Whether the background answers. Where it does not, this page reads the feed in its place, once: a new user would wait
 * for ever. Where it does it has begun by itself, at install.
 */
export function useBackground(): 'answering' | 'silent' | undefined {
  const [state, setState] = useState<'answering' | 'silent'>();
  useEffect(() => {
    let asked = false;
    return watchBackground((next) => {
      setState(next);
      if (next === 'answering' || asked) return;
      asked = true;
      // How it went is told by the state of the feed.
      askSync('page').catch(() => undefined);
    });
  }, []);
  return state;
}
