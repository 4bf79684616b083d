import type { Day } from '@/lib/core/days/day';
import { feedDb } from '../feed-database';
import { readNeighbourDay } from './feed-state';
import { type PaperEntry, readDayPapers, readEntries } from './papers';

/** One day's list; where it is empty, the nearest earlier day that has papers. */
export interface DayList {
  day: Day;
  entries: PaperEntry[];
  earlier?: Day | undefined;
  /** The papers of `earlier`, best first. */
  earlierEntries: PaperEntry[];
}

/** The papers of `day`, with what can be shown instead of an empty list. */
export async function readDayList(day: Day): Promise<DayList> {
  const entries = await readDayPapers(day);
  if (entries.length > 0) return { day, entries, earlierEntries: [] };
  const earlier = await readNeighbourDay(day, -1);
  return { day, entries, earlier, earlierEntries: earlier === undefined ? [] : await readDayPapers(earlier) };
}

/** The oldest day of the ledger: how far back one can step. */
export async function readOldestDay(): Promise<Day | undefined> {
  return (await feedDb.days.orderBy('date').first())?.date;
}

/** The papers whose newest listing lies between two days, both included: what a strip of older days is coloured from. */
export async function readPapersBetween(from: Day, to: Day): Promise<PaperEntry[]> {
  return readEntries(await feedDb.papers.where('dailyDate').between(from, to, true, true).primaryKeys());
}
