import { liveQuery } from 'dexie';

/**
 * Runs `read` now and again whenever a row it read changes, in any context of the extension (17 ms in Chromium).
 * For pages only: inside the worker it is not woken by other contexts (FAULTS, Dexie 4).
 * Returns the function that ends it; without it the popup's memory grows.
 */
export function subscribe<T>(
  read: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const readOrSay = () =>
    read().catch((error: unknown) => {
      throw toOpenFailure(error);
    });
  const subscription = liveQuery(readOrSay).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}

/**
 * Why the database could not be opened, where that is what `error` means. Dexie calls it a closed database, and live
 * queries keep that to themselves: the page would stay blank for ever.
 */
function toOpenFailure(error: unknown): unknown {
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return name === 'DatabaseClosedError' && inner instanceof Error ? inner : error;
}
