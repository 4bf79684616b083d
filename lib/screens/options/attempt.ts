import { useEffect, useState } from 'preact/hooks';
import { toNotSavedWords } from '@/lib/core/sync/storage-reasons';
import { toDetail } from '@/lib/ui/start';

type Failed = { error: unknown } | undefined;

const listeners = new Set<(failed: Failed) => void>();

function tell(failed: Failed): void {
  for (const listener of listeners) listener(failed);
}

/** Something failed that is told in the words of this error, and no others. */
export class ToldError extends Error {}

/** What the page says of something that failed. */
export function toFailedWords(error: unknown): string {
  return error instanceof ToldError ? error.message : toNotSavedWords(toDetail(error));
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
