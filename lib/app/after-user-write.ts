import { openPagePort } from '@/lib/browser/page-port';
import { afterCommit } from './after-commit';
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

let hasHeir = false;

/**
 * Has the background write what this page leaves when it ends. From the first write on, not before: a page in which nothing
 * is done wakes nobody. A worker that falls asleep, with the copy long written, is woken by the next write only.
 */
function haveHeir(): void {
  if (hasHeir) return;
  hasHeir = true;
  try {
    openPagePort(() => {
      hasHeir = false;
    });
  } catch {
    // The extension was updated under this page: no background of its version is left.
  }
}
