import { afterCommit } from './after-commit';
import { haveHeir } from './heir';
import { refreshBadge } from './refresh-badge';

/**
 * What follows from a write of what the user made: the badge is painted, then the second copy begins. Nobody waits for the
 * copy: the outbox remembers what it is behind in, and what a page leaves that closes is done by the background, but for the first
 * copy of all, which a page begins. Begun
 * beside the badge it would share the thread with it, and a click on a link would take 20 ms more.
 */
export async function afterUserWrite(): Promise<void> {
  haveHeir();
  await afterCommit(refreshBadge);
  copySoon();
}

/** Begins to bring the second copy up to date. Loaded only now: the first list waits for none of it. */
export function copySoon(): void {
  haveHeir();
  void afterCommit(async () => (await import('./second-copy')).writeCopy());
}
