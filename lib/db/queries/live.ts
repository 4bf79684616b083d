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
  const subscription = liveQuery(read).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}
