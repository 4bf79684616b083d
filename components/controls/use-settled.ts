import { useEffect, useState } from 'preact/hooks';

/** A screen reader that is told something at each key never comes to its end. */
const PAUSE_MS = 1000;

/**
 * What a live region says: `words` once neither they nor `typed` have changed for a second; until then what it said
 * before, which is not said again.
 */
export function useSettled(words: string, typed: string): string {
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key begins the pause anew, though the words stay
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, typed]);
  return said;
}
