import { addDays, type Day } from '@/lib/core/days/day';
import { NEW_FOR_DAYS } from '@/lib/core/papers/new';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import type { Status } from '@/lib/core/papers/status';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';

/** Rows a chunk aims for: at 25 to 30 us a row for the structured clone about 4 ms, well under a frame. */
const AIM_ROWS = 150;
const STATUS_ROWS = 300;

/**
 * Every stored paper, newest day first, in chunks that each hold the thread for a few ms. Reads whole days by key range
 * (a day is at most about 100 papers) and widens or narrows the range to keep the chunks even; `toArray` of 20,000 rows
 * would hold it for half a second.
 */
export async function* scanPapers(): AsyncGenerator<Paper[], void, undefined> {
  let newest = await readEdge('last');
  const oldest = await readEdge('first');
  if (newest === undefined || oldest === undefined) return;
  let span = 1;
  while (newest >= oldest) {
    const from = addDays(newest, 1 - span);
    const papers: Paper[] = await feedDb.papers.where('dailyDate').between(from, newest, true, true).toArray();
    if (papers.length > 0) yield papers;
    if (papers.length > AIM_ROWS * 1.5) span = Math.max(1, Math.floor(span / 2));
    else if (papers.length < AIM_ROWS / 2) span = Math.min(366, span * 2);
    newest = addDays(from, -1);
  }
}

/** What the user made of papers, in chunks by key. */
export async function* scanStatuses(): AsyncGenerator<Status[], void, undefined> {
  let after = '';
  for (;;) {
    const rows = await userDb.statuses.where('paperId').above(after).limit(STATUS_ROWS).toArray();
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < STATUS_ROWS) return;
    after = last.paperId;
  }
}

/** Ids of the new papers, by keys alone: no paper is cloned. */
export async function readNewIds(today: Day): Promise<PaperId[]> {
  const ids = await feedDb.papers.where('dailyDate').aboveOrEqual(addDays(today, -NEW_FOR_DAYS)).primaryKeys();
  const seen = await feedDb.seen.bulkGet(ids);
  return ids.filter((_, i) => seen[i] === undefined);
}

/** When each day was last read: what changed in the feed while a page is open, without reading a paper. */
export async function readReadTimes(): Promise<Pick<LedgerRow, 'date' | 'readAt'>[]> {
  const rows = await feedDb.days.toArray();
  return rows.map(({ date, readAt }) => (readAt === undefined ? { date } : { date, readAt }));
}

/** The papers listed on `day` as they stand now, whatever day their newest listing is. */
export async function readListedPapers(day: Day): Promise<Paper[]> {
  const listings = await feedDb.listings.where('date').equals(day).toArray();
  const papers = await feedDb.papers.bulkGet([...new Set(listings.map((listing) => listing.paperId))]);
  return papers.filter((paper) => paper !== undefined);
}

/** How many statuses there are; observed live, any write to the table wakes it. */
export function countStatuses(): Promise<number> {
  return userDb.statuses.count();
}

async function readEdge(edge: 'first' | 'last'): Promise<Day | undefined> {
  const days = feedDb.papers.orderBy('dailyDate');
  const row = await (edge === 'first' ? days.first() : days.last());
  return row?.dailyDate;
}
