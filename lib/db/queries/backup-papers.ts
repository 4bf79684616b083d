import Dexie, { type Table } from 'dexie';
import type { BackupPaper } from '@/lib/core/backup/backup';
import type { Day } from '@/lib/core/days/day';
import type { PaperId } from '@/lib/core/papers/paper';
import { feedDb } from '../feed-database';

/** Days whose papers are read at once: about 150 papers, a few ms for the page. */
const DAYS_AT_ONCE = 6;
/** Small rows, of listings or of what was seen. */
const ROWS_AT_ONCE = 2_000;

/**
 * Gives every stored paper as a backup has it, newest day first, in portions, until `take` returns false; returns how
 * many there are. All of one moment: a paper that moved meanwhile from day to day would come twice or not at all.
 */
export async function readBackupPapers(take: (papers: BackupPaper[]) => boolean): Promise<number> {
  const { papers, listings, seen } = feedDb;
  return feedDb.transaction('r', papers, listings, seen, async () => {
    const places = new Map<PaperId, BackupPaper['listings']>();
    await readEach(listings, ({ paperId, ...listing }) => {
      places.set(paperId, [...(places.get(paperId) ?? []), listing]);
    });
    const times = new Map<PaperId, number>();
    await readEach(seen, ({ paperId, at }) => void times.set(paperId, at));
    const toBackup = (paper: Omit<BackupPaper, 'listings'>): BackupPaper => {
      const seenAt = times.get(paper.id);
      return { ...paper, listings: places.get(paper.id) ?? [], ...(seenAt === undefined ? {} : { seenAt }) };
    };
    const days = ((await papers.orderBy('dailyDate').uniqueKeys()) as Day[]).reverse();
    for (let from = 0; from < days.length; from += DAYS_AT_ONCE) {
      const some = days.slice(from, from + DAYS_AT_ONCE);
      const rows = await papers.where('dailyDate').between(some.at(-1), some[0], true, true).toArray();
      if (!take(rows.reverse().map(toBackup))) break;
    }
    return papers.orderBy('dailyDate').count();
  });
}

/** Every row of a table by its key, in portions. */
async function readEach<Row>(table: Table<Row>, onRow: (row: Row) => void): Promise<void> {
  const { keyPath } = table.schema.primKey;
  const toKey = (row: Row) =>
    Array.isArray(keyPath) ? keyPath.map((name) => row[name as keyof Row]) : row[keyPath as keyof Row];
  for (let after: unknown = Dexie.minKey; ; ) {
    const rows = await table.where(':id').above(after).limit(ROWS_AT_ONCE).toArray();
    for (const row of rows) onRow(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return;
    after = toKey(last);
  }
}
