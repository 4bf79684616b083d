import type { Day } from '@/lib/core/days/day';
import { type Pruned, planPrune, planRoom } from '@/lib/core/sync/retention';
import { readAllLedger, readFeedState } from '@/lib/db/queries/feed-state';
import { readIsNewer } from '@/lib/db/queries/newer-data';
import { readKeptIds } from '@/lib/db/queries/statuses';
import { readSettings } from '@/lib/db/queries/user';
import { pruneDays } from '@/lib/db/writes/drop-days';
import { afterCommit } from './after-commit';
import { askSync } from './ask-sync';
import { refreshBadge } from './refresh-badge';
import { browserSyncIo } from './sync-io';
import { withSyncLock } from './sync-lock';
import { readToday } from './today';

/**
 * Deletes the stored papers that are older than the user wants to keep them and, where the last sync found the disk full,
 * the oldest half of what is not fetched again by itself; then the feed is read again. Never what the user made, never a
 * paper with a star, a note, a tag or kept for later. While a sync is under way it is left for the next time.
 */
export async function pruneFeed(): Promise<void> {
  if (await readIsNewer()) return;
  if (await prune('room', ({ ledger, today, isFull }) => (isFull ? planRoom(ledger, today) : [])))
    await askSync('hand');
  await prune('age', ({ ledger, today, keepDays, now }) => planPrune(ledger, { keepDays, today, now }));
}

type Known = Awaited<ReturnType<typeof readKnown>>;

async function prune(why: Pruned['why'], plan: (known: Known) => Day[]): Promise<boolean> {
  if (plan(await readKnown()).length === 0) return false;
  const done = await withSyncLock(browserSyncIo, async ({ holder }) => {
    // Read again under the lock: another page may have done it.
    const known = await readKnown();
    const gone = plan(known);
    if (gone.length > 0) await pruneDays(holder, gone, await readKeptIds(), { at: known.now, why });
    return gone.length > 0;
  });
  if (done === true) await afterCommit(refreshBadge);
  return done === true;
}

async function readKnown() {
  const now = Date.now();
  const [ledger, today, { settings }, { schedule }] = await Promise.all([
    readAllLedger(),
    readToday(now),
    readSettings(),
    readFeedState(),
  ]);
  const { failure } = schedule ?? {};
  const isFull = failure?.kind === 'storage' && failure.detail.includes('QuotaExceeded');
  return { ledger, today, keepDays: settings.keepDays, now, isFull };
}
