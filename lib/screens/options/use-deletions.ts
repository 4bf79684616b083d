import { useEffect, useReducer, useRef } from 'preact/hooks';
import { onLocalStorageCleared } from '@/lib/browser/local-storage';

/**
 * How often another page has deleted everything the user made while this one is open. `dropDrafts` is called first: the
 * texts of this page are among what was to go.
 */
export function useDeletions(dropDrafts: () => void): number {
  const [count, add] = useReducer((times: number) => times + 1, 0);
  const drop = useRef(dropDrafts);
  drop.current = dropDrafts;
  useEffect(
    () =>
      onLocalStorageCleared(() => {
        drop.current();
        add(undefined);
      }),
    [],
  );
  return count;
}
