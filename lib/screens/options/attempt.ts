import { useEffect, useState } from 'preact/hooks';

const listeners = new Set<(error: unknown) => void>();

/** Starts something nobody waits for. When it fails the page says so: a setting that was not saved must not look saved. */
export function attempt(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    for (const listener of listeners) listener(error);
  });
}

/** The last thing that failed, until something else does. */
export function useFailedAttempt(): unknown {
  const [failed, setFailed] = useState<{ error: unknown }>();
  useEffect(() => {
    const listener = (error: unknown) => setFailed({ error });
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return failed?.error;
}
