import type { Day } from '@/lib/core/days/day';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import type { Pruned } from '@/lib/core/sync/retention';
import { feedDb } from '../feed-database';
import { putMeta, refuseOthers } from './feed';

/**
 * Deletes the days `gone` with their lists and the papers that no other day lists, in the caller's transaction; returns
 * how many papers went. Papers in `kept` stay, in no list. All days at once: picked days can be years.
 */
export async function dropDays(gone: readonly Day[], kept: ReadonlySet<PaperId> = new Set()): Promise<number> {
  const { listings, days, papers } = feedDb;
  const dropped = await listings.where('date').anyOf(gone).primaryKeys();
  const ids = new Set<PaperId>(dropped.map(([, , id]) => id));
  await listings.bulkDelete(dropped);
  await days.where('date').anyOf(gone).delete();
  const newest = new Map<PaperId, Day>();
  for (const [, date, id] of await listings.toCollection().primaryKeys())
    if (ids.has(id) && date > (newest.get(id) ?? '')) newest.set(id, date);
  const unlisted = [...ids].filter((id) => !newest.has(id) && !kept.has(id));
  await papers.bulkDelete(unlisted);
  // Only what changes: a full disk lets rows go, and would refuse one that is written as it was.
  const changes = (await papers.bulkGet([...newest.keys()])).flatMap((paper) => {
    const dailyDate = newest.get(paper?.id ?? '');
    return !paper || dailyDate === undefined || dailyDate === paper.dailyDate
      ? []
      : [{ key: paper.id, changes: { dailyDate } }];
  });
  if (changes.length > 0) await papers.bulkUpdate(changes);
  return unlisted.length;
}

/**
 * Deletes days by deletions alone, where the disk takes no row; returns how many papers went. Under the lock of the sync:
 * its holder's name would be a row.
 */
export function dropForRoom(gone: readonly Day[], kept: ReadonlySet<PaperId>): Promise<number> {
  const { papers, listings, days } = feedDb;
  return feedDb.transaction('rw', papers, listings, days, () => dropDays(gone, kept));
}

/** Writes down what made room; as `room` it stays where papers go for their age a day later. */
export function noteRoom(room: Pruned): Promise<void> {
  return putMeta({ pruned: room, room });
}

/**
 * Deletes days that are too old, and writes down what went. What was shown to the user stays: a paper that comes back is
 * not new again (law 3). Returns how many papers went. Throws `HoldLostError` before writing when `holder` no longer holds
 * the sync.
 */
export async function pruneDays(
  holder: string,
  gone: readonly Day[],
  kept: ReadonlySet<PaperId>,
  at: number,
): Promise<number> {
  const { papers, listings, days, meta } = feedDb;
  return feedDb.transaction('rw', papers, listings, days, meta, async () => {
    await refuseOthers(holder);
    const count = await dropDays(gone, kept);
    await putMeta({ pruned: { at, why: 'age', papers: count, until: gone.at(-1) ?? '' } });
    return count;
  });
}

/** Deletes papers that stand in no list, and writes down what went; `HoldLostError` as above. */
export async function dropPapers(holder: string, gone: readonly Pick<Paper, 'id'>[], pruned: Pruned): Promise<void> {
  const { papers, meta } = feedDb;
  await feedDb.transaction('rw', papers, meta, async () => {
    await refuseOthers(holder);
    await papers.bulkDelete(gone.map(({ id }) => id));
    await putMeta({ pruned });
  });
}
