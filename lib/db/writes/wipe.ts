import type { Day } from '@/lib/core/days/day';
import { planForgetPicks } from '@/lib/core/sync/forget-picks';
import type { MetaKey } from '@/lib/core/sync/state';
import { feedDb } from '../feed-database';
import { readMeta } from '../queries/feed-state';
import { userDb } from '../user-database';
import { dropDays } from './drop-days';
import { putMeta, refuseOthers } from './feed';

/** What the server asked of us, and who holds the sync, are no feed facts: without them a server that asked to wait is asked at once. */
const KEPT_META: readonly MetaKey[] = ['hold', 'politeness', 'clock'];
/** What it knows of files the user has: only the end of all there is takes that, too. */
const KEPT_BESIDE: readonly MetaKey[] = [...KEPT_META, 'backup'];

/**
 * Empties the user's database: all of it or, where the database refuses, nothing. One row says that the second copy is to
 * be deleted too: without it a death before that would have everything restored.
 */
export async function wipeUser(): Promise<void> {
  await userDb.transaction('rw', userDb.tables, async () => {
    for (const table of userDb.tables) await table.clear();
    await userDb.outbox.put({ key: 'deleted', change: '' });
  });
}

/**
 * Deletes what the feed's database tells of the user, in one transaction: what was shown, every request with its
 * reason, the days that were picked with the papers that came by them alone. `today` is the server's.
 * Throws `HoldLostError` before writing when `holder` no longer holds the sync.
 */
export async function wipeTraces(holder: string, today: Day): Promise<void> {
  const { days, seen, requests } = feedDb;
  await feedDb.transaction('rw', feedDb.tables, async () => {
    await refuseOthers(holder);
    await seen.clear();
    await requests.clear();
    const [ledger, wanted = [], job] = await Promise.all([days.toArray(), readMeta('wanted'), readMeta('job')]);
    const plan = planForgetPicks({ ledger, wanted, job }, today);
    await days.bulkPut(plan.plain);
    await dropDays(plan.gone);
    // What waits to be told is what matches the topics.
    await putMeta({ wanted: null, job: plan.job ?? null, untold: null, backup: null });
  });
}

/**
 * Deletes what was fetched, in one transaction. What was shown to the user stays: a paper that comes back is not new
 * again (law 3); unless `seen` says that it goes too. Throws `HoldLostError` before writing when `holder` no longer
 * holds the sync.
 */
export async function wipeFeed(holder: string, { seen = false } = {}): Promise<void> {
  await feedDb.transaction('rw', feedDb.tables, async () => {
    await refuseOthers(holder);
    const { papers, listings, days, requests } = feedDb;
    for (const table of [papers, listings, days, requests, ...(seen ? [feedDb.seen] : [])]) await table.clear();
    await feedDb.meta
      .where('key')
      .noneOf(seen ? KEPT_META : KEPT_BESIDE)
      .delete();
  });
}
