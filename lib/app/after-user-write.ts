import { afterCommit } from './after-commit';
import { refreshBadge } from './refresh-badge';

/**
 * What follows from a write of what the user made: the badge is painted, then the second copy begins. Nobody waits for the
 * copy: the outbox remembers what it is behind in, and a page that closes leaves it to the next one. Begun beside the
 * badge it would share the thread with it, and a click on a link would take 20 ms more.
 */
export async function afterUserWrite(): Promise<void> {
  await afterCommit(refreshBadge);
  copySoon();
}

/** Begins to bring the second copy up to date. Loaded only now: the first list waits for none of it. */
export function copySoon(): void {
  void afterCommit(async () => (await import('./second-copy')).writeCopy());
}
