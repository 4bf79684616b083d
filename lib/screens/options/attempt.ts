import { useEffect, useState } from 'preact/hooks';

type Failed = { error: unknown } | undefined;

const listeners = new Set<(failed: Failed) => void>();

function tell(failed: Failed): void {
  for (const listener of listeners) listener(failed);
}

/** Starts something nobody waits for. When it fails the page says so: a setting that was not saved must not look saved. */
export function attempt(work: Promise<unknown>): void {
  // What is said of the one before would be taken for what became of this one.
  tell(undefined);
  work.catch((error: unknown) => tell({ error }));
}

/** The last thing that failed, until something else is tried. */
export function useFailedAttempt(): unknown {
  const [failed, setFailed] = useState<Failed>();
  useEffect(() => {
    listeners.add(setFailed);
    return () => {
      listeners.delete(setFailed);
    };
  }, []);
  return failed?.error;
}
