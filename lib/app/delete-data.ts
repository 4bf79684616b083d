import { clearFirstList } from '@/lib/browser/first-list';
import { clearNotifications } from '@/lib/browser/notifications';
import { wipeFeed, wipeUser } from '@/lib/db/writes/wipe';
import { afterCommit } from './after-commit';
import { ensureAlarms } from './alarms';
import { clearCopy } from './clear-copy';
import { asDeletion, deleteTraces } from './deletion';
import { refreshBadge } from './refresh-badge';
import { applySettings } from './save-setting';
import { seizeSyncLock } from './sync-lock';

/** Every setting whose default has to take effect. */
const EFFECTIVE = ['syncEveryMin', 'showBadge'] as const;

/**
 * Deletes everything the user made or asked for: topics, marks, notes, settings, the journal, what was shown, picked
 * days, the log of requests, drafts and places of pages. The other stored papers stay. The user's database first: what
 * comes after a refusal there is not touched. A reading that is under way is stopped, or its next step would write a
 * picked day again; what is due goes on at the next alarm.
 */
export async function deleteOwnData(): Promise<void> {
  await asDeletion(async () => {
    await wipeUser();
    await afterCommit(clearFirstList);
    await deleteTraces();
    await clearCopy();
    await afterCommit(clearNotifications);
    // The defaults take effect: the due time, the alarms, the badge.
    await applySettings(EFFECTIVE);
  });
}

/**
 * Deletes the stored papers and what is known of each day, under the lock of the sync (law 4). A reading that is under
 * way is stopped: the user has asked for its end.
 */
export async function deleteFeed(): Promise<void> {
  await seizeSyncLock(Date.now(), ({ holder }) => wipeFeed(holder));
  await afterCommit(clearFirstList);
  await afterDeletedFeed();
}

/** Deletes all there is: afterwards everything is as at the installation, and the feed is due. */
export async function deleteEverything(): Promise<void> {
  await asDeletion(async () => {
    await wipeUser();
    await afterCommit(clearFirstList);
    await seizeSyncLock(Date.now(), ({ holder }) => wipeFeed(holder, { seen: true }));
    await clearCopy();
    await afterCommit(clearNotifications);
    await afterDeletedFeed();
  });
}

/** The doorbell for the next reading stands before anybody asks for one: the page may be closed in the next moment. */
async function afterDeletedFeed(): Promise<void> {
  await afterCommit(ensureAlarms);
  await afterCommit(refreshBadge);
}
