/** A slice of work may hold the thread this long: half a frame, the other half paints what was typed. */
const SLICE_MS = 8;

interface Scheduler {
  yield?: () => Promise<void>;
}

/**
 * Lets the browser handle keys and paint, then goes on. `setTimeout(0)` waits 4 ms after the fifth in a row and would
 * make a scan of 20,000 papers three times as long, hence the scheduler, or a message where there is none.
 */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
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
  let i = from;
  while (i < to) {
    if (signal.aborted) return false;
    const end = performance.now() + SLICE_MS;
    do work(i++);
    while (i < to && performance.now() < end);
    if (i < to) await nextTask();
  }
  return !signal.aborted;
}
