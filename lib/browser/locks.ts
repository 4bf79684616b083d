/** `try` gives up when it is held, `steal` takes it from whoever holds it, `wait` stands in line. */
export type LockMode = 'try' | 'steal' | 'wait';

/** Who stands in line longer rejects with a `TimeoutError`: a holder that is stuck must not hold up everybody. */
const LONGEST_WAIT_MS = 10_000;

/** Of `withLock`: nobody ran, because somebody else holds the lock. */
export const LOCK_HELD = Symbol('lock held');

/** Holds the lock `name` beside others that do so, until the returned function is called or this context ends. */
export function holdLock(name: string): () => void {
  const end = new AbortController();
  const { signal } = end;
  const held = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  // Ended before it was granted it rejects: then nobody holds it either.
  navigator.locks.request(name, { mode: 'shared', signal }, () => held).catch(() => undefined);
  return () => end.abort();
}

/** Holds the lock `name` until this context ends; resolves once it does. */
export function holdForLife(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const forEver = () => {
      resolve();
      return new Promise<never>(() => undefined);
    };
    navigator.locks.request(name, {}, forEver).catch(reject);
  });
}

/** Resolves when nobody holds the lock `name` any more, however long that takes. @throws AbortError by `signal` */
export async function waitUntilFree(name: string, signal: AbortSignal): Promise<void> {
  await navigator.locks.request(name, { signal }, () => undefined);
}

/**
 * Runs `work` under the Web Lock `name`, one context of the extension at a time. `lost` aborts when the lock is
 * stolen: the work must stop before its next write. A lock ends with its context, so a killed worker leaves none.
 * https://developer.mozilla.org/docs/Web/API/LockManager/request
 */
export async function withLock<T>(
  name: string,
  mode: LockMode,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<T | typeof LOCK_HELD> {
  const lost = new AbortController();
  const options =
    mode === 'try'
      ? { ifAvailable: true }
      : mode === 'steal'
        ? { steal: true }
        : { signal: AbortSignal.timeout(LONGEST_WAIT_MS) };
  let result: Promise<T> | undefined;
  const request = navigator.locks.request(name, options, (lock) => {
    if (lock === null) return LOCK_HELD;
    result = work(lost.signal);
    return result;
  });
  try {
    return await request;
  } catch (error) {
    // A stolen lock rejects the request at once while the work still runs.
    if (!result || !(error instanceof DOMException) || error.name !== 'AbortError') throw error;
    lost.abort(error);
    return result;
  }
}

/** True while some context holds the lock. */
export async function isLockHeld(name: string): Promise<boolean> {
  return (await withLock(name, 'try', async () => undefined)) === LOCK_HELD;
}
