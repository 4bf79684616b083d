import { afterCommit } from './after-commit';
import { refreshBadge } from './refresh-badge';

/**
 * What follows from a write of what the user made: the second copy begins, and beside it the badge is painted. Nobody
 * waits for the copy: the outbox remembers what it is behind in.
 */
export async function afterUserWrite(): Promise<void> {
  copySoon();
  await afterCommit(refreshBadge);
}

/** Begins to bring the second copy up to date. Loaded only now: the first list waits for none of it. */
export function copySoon(): void {
  void afterCommit(async () => (await import('./second-copy')).writeCopy());
}
