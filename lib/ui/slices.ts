/** A slice of work may hold the thread this long: half a frame, the other half paints what was typed. */
const SLICE_MS = 8;

/**
 * Lets the browser handle keys, paint and read the database, then goes on. By a message: `setTimeout(0)` waits 4 ms
 * after the fifth in a row, and what follows `scheduler.yield()` goes before every other task, so that a scan of
 * 20,000 papers would hold back timers and database answers for half a second.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Calls `work(i)` from `from` on, until `to` is reached or the slice's time is over. Returns where to go on. */
export function runSlice(from: number, to: number, work: (i: number) => void): number {
  const end = performance.now() + SLICE_MS;
  let i = from;
  while (i < to && performance.now() < end) work(i++);
  return i;
}

/**
 * Calls `work(i)` for `from <= i < to` in slices that never hold the thread for more than about 8 ms.
 * Resolves with false when `signal` was aborted on the way: what was done then is stale and nobody may show it.
 */
export async function runSliced(
  from: number,
  to: number,
  work: (i: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  for (let i = from; i < to && !signal.aborted; i = runSlice(i, to, work)) await nextTask();
  return !signal.aborted;
}
