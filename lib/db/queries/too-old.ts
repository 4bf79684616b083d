import type { Day } from '@/lib/core/days/day';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { isKept } from '@/lib/core/sync/retention';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';

/** Papers that are looked at together. */
const AT_ONCE = 500;

/**
 * The papers of before `first` that stand in no list and bear no mark that keeps them: once they had one, or came with a
 * backup. No day of the ledger leads to them any more. By index: where nothing is so old that is one read of no key.
 */
export async function readForgottenPapers(first: Day): Promise<Pick<Paper, 'id' | 'dailyDate'>[]> {
  const old = await feedDb.papers.where('dailyDate').below(first).primaryKeys();
  const forgotten: Pick<Paper, 'id' | 'dailyDate'>[] = [];
  for (let from = 0; from < old.length; from += AT_ONCE) {
    const some = old.slice(from, from + AT_ONCE);
    const [listed, statuses] = await Promise.all([
      feedDb.listings.where('paperId').anyOf(some).keys(),
      userDb.statuses.bulkGet(some),
    ]);
    const stay = new Set([...listed, ...statuses.flatMap((row) => (row && isKept(row) ? [row.paperId] : []))]);
    const papers = await feedDb.papers.bulkGet(some.filter((id) => !stay.has(id)));
    forgotten.push(...papers.flatMap((paper) => (paper ? [{ id: paper.id, dailyDate: paper.dailyDate }] : [])));
  }
  return forgotten;
}

/** How many papers would go with the days `gone` and as forgotten ones of before `first`. By keys alone. */
export async function countOldPapers(first: Day, gone: readonly Day[], kept: ReadonlySet<PaperId>): Promise<number> {
  const days = new Set(gone);
  const old = new Set(await feedDb.papers.where('dailyDate').below(first).primaryKeys());
  const stay = new Set(kept);
  for (const [, date, id] of await feedDb.listings.toCollection().primaryKeys()) (days.has(date) ? old : stay).add(id);
  return [...old].filter((id) => !stay.has(id)).length;
}
