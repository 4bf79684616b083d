/** Its name stands before its words where an error is shown. */
class FullDiskError extends Error {
  override name = 'The disk is full';
}

/** For a `catch`: throws `words` where the disk was full and nobody has said so yet, and what was thrown where it was not. */
export function toFullDisk(words: string): (error: unknown) => never {
  return (error) => {
    throw isFull(error) ? new FullDiskError(words) : error;
  };
}

/** Browsers wrap it: in the failure of the one row, in that of the transaction, or both. */
export function isFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner, failures = [] } = error as { name?: string; inner?: unknown; failures?: unknown[] };
  return name === 'QuotaExceededError' || isFull(inner) || failures.some(isFull);
}
