import { clearSmallStorage } from '@/lib/browser/storage';
import { wipeFeed, wipeSeen, wipeUser } from '@/lib/db/writes/wipe';
import { refreshBadge } from './refresh-badge';
import { applySettings } from './save-setting';
import { seizeSyncLock } from './sync-lock';

/**
 * Deletes everything the user made: topics, marks, notes, settings, the journal, what was shown, drafts. The stored
 * papers stay. The user's database first: what comes after a refusal there is not touched.
 */
export async function deleteOwnData(): Promise<void> {
  await wipeUser();
  await wipeSeen();
  await clearSmallStorage();
  // The defaults take effect: the due time, the alarms, the badge.
  await applySettings(['syncEveryMin', 'showBadge']);
}

/**
 * Deletes the stored papers and what is known of each day, under the lock of the sync (law 4). A reading that is under
 * way is stopped: the user has asked for its end.
 */
export async function deleteFeed(): Promise<void> {
  await seizeSyncLock(Date.now(), ({ holder }) => wipeFeed(holder));
  await refreshBadge();
}
