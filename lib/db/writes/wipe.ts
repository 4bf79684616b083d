import type { Day } from '@/lib/core/days/day';
import type { PaperId } from '@/lib/core/papers/paper';
import { planForgetPicks } from '@/lib/core/sync/forget-picks';
import type { MetaKey, MetaValues } from '@/lib/core/sync/state';
import { feedDb } from '../feed-database';
import { readMeta } from '../queries/feed-state';
import { userDb } from '../user-database';
import { HoldLostError, putMeta } from './feed';

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

/** A paper that other days list too stays, under the newest of them. All days at once: picked days can be years. */
async function dropDays(gone: readonly Day[]): Promise<void> {
  const { listings, days, papers } = feedDb;
  const dropped = await listings.where('date').anyOf(gone).primaryKeys();
  const ids = new Set<PaperId>(dropped.map(([, , id]) => id));
  await listings.bulkDelete(dropped);
  await days.where('date').anyOf(gone).delete();
  const newest = new Map<PaperId, Day>();
  for (const [, date, id] of await listings.toCollection().primaryKeys())
    if (ids.has(id) && date > (newest.get(id) ?? '')) newest.set(id, date);
  await papers.bulkDelete([...ids].filter((id) => !newest.has(id)));
  await papers.bulkUpdate([...newest].map(([key, dailyDate]) => ({ key, changes: { dailyDate } })));
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

async function refuseOthers(holder: string): Promise<void> {
  const hold: MetaValues['hold'] | undefined = await readMeta('hold');
  if (hold?.holder !== holder) throw new HoldLostError();
}
