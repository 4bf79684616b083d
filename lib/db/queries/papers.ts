import { addDays, type Day } from '@/lib/core/days/day';
import { isNew, NEW_FOR_DAYS } from '@/lib/core/papers/new';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { isReadable } from '@/lib/core/papers/readable';
import type { Status } from '@/lib/core/papers/status';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';
import { toRankedIds } from './rank';

/** A paper with what the user made of it, ready to be shown or matched. */
export interface PaperEntry {
  paper: Paper;
  status?: Status | undefined;
  seen: boolean;
}

/** Papers, and how many more there would be if their rows were not damaged. */
export interface NewPapers {
  entries: PaperEntry[];
  unreadable: number;
}

/** The papers listed on `day`, best first. Two indexed reads; never the whole table. */
export async function readDayPapers(day: Day): Promise<PaperEntry[]> {
  return readEntries(toRankedIds(await feedDb.listings.where('date').equals(day).toArray()));
}

/** The named papers in the given order, unknown ids and damaged rows left out. */
export async function readEntries(ids: PaperId[]): Promise<PaperEntry[]> {
  return (await readRows(ids)).filter(({ paper }) => isReadable(paper));
}

async function readRows(ids: PaperId[]): Promise<PaperEntry[]> {
  return inPortions(ids, async (some) => {
    const [papers, seen, statuses] = await Promise.all([
      feedDb.papers.bulkGet(some),
      feedDb.seen.bulkGet(some),
      userDb.statuses.bulkGet(some),
    ]);
    return papers.flatMap((paper, i) => (paper ? [{ paper, status: statuses[i], seen: seen[i] !== undefined }] : []));
  });
}

/**
 * Every row is a request of its own, and the browser is busy with them until the last has been made: some hundred at once
 * would hold up a key that is pressed in the page that asks.
 */
const ROWS_AT_ONCE = 100;

async function inPortions<T>(ids: PaperId[], read: (some: PaperId[]) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    all.push(...(await read(ids.slice(from, from + ROWS_AT_ONCE))));
  }
  return all;
}

/** The papers of the last 14 days (newest day first), seen or not: what the strip, tabs and badge are counted from. */
export async function readWindow(today: Day): Promise<PaperEntry[]> {
  const ids = await feedDb.papers
    .where('dailyDate')
    .aboveOrEqual(addDays(today, -NEW_FOR_DAYS))
    .reverse()
    .primaryKeys();
  return readEntries(ids);
}

/**
 * The new papers: neither seen, read nor dismissed, and featured within the last 14 days, newest day first.
 * Reads keys first: 25 us a row is the structured clone, and most of the window has been seen.
 */
export async function readNewPapers(today: Day): Promise<NewPapers> {
  const ids = await feedDb.papers
    .where('dailyDate')
    .aboveOrEqual(addDays(today, -NEW_FOR_DAYS))
    .reverse()
    .primaryKeys();
  const seen = await inPortions(ids, (some) => feedDb.seen.bulkGet(some));
  const rows = await readRows(ids.filter((_, i) => seen[i] === undefined));
  const fresh = rows.filter((entry) => isNew(entry, today));
  const entries = fresh.filter(({ paper }) => isReadable(paper));
  return { entries, unreadable: fresh.length - entries.length };
}

/** How many papers are stored. */
export function countPapers(): Promise<number> {
  return feedDb.papers.count();
}
