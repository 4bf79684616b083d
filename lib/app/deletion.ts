import { withLock } from '@/lib/browser/locks';
import { clearNotifications } from '@/lib/browser/notifications';
import { wipeTraces } from '@/lib/db/writes/wipe';
import { afterCommit } from './after-commit';
import { refreshBadge } from './refresh-badge';
import { seizeSyncLock } from './sync-lock';
import { readToday } from './today';

/** Of the page that deletes what the user made, until all of it is done. */
const DELETION_LOCK = 'deletion';

/** Runs `work` as a deletion of what the user made. */
export async function asDeletion(work: () => Promise<void>): Promise<void> {
  await withLock(DELETION_LOCK, 'wait', work);
}

/** What of the user's stands beside the papers: what was shown, picked days, the log of requests. Under the lock of the sync (law 4). */
export async function deleteTraces(): Promise<void> {
  const now = Date.now();
  const today = await readToday(now);
  await seizeSyncLock(now, ({ holder }) => wipeTraces(holder, today));
}

/** Goes on where a page died behind the first step of a deletion; nothing while a page is at it. */
export async function goOnDeleting(): Promise<void> {
  await withLock(DELETION_LOCK, 'try', async () => {
    await deleteTraces();
    await afterCommit(clearNotifications);
    await afterCommit(refreshBadge);
  });
}
