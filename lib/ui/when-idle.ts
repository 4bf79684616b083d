/**
 * Calls `run` when the page has nothing better to do, no key and no frame, or after `withinMs` all the same. Returns the
 * function that takes it back.
 */
export function whenIdle(run: () => void, withinMs: number): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 0);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: withinMs });
  return () => cancelIdleCallback(handle);
}
