import type { Day } from '@/lib/core/days/day';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { MetaKey, MetaValues } from '@/lib/core/sync/state';
import { feedDb } from '../feed-database';

/** Due time, last outcome, unfinished sync, clock: everything the state of the feed is told from. */
export type FeedState = { [K in MetaKey]?: MetaValues[K] | undefined };

/** One row of `meta`, `undefined` where it was never written. */
export async function readMeta<K extends MetaKey>(key: K): Promise<MetaValues[K] | undefined> {
  const row = await feedDb.meta.get(key);
  return row?.value as MetaValues[K] | undefined;
}

/** All of `meta` in one read. */
export async function readFeedState(): Promise<FeedState> {
  const rows = await feedDb.meta.toArray();
  return Object.fromEntries(rows.map((row) => [row.key, row.value]));
}

/** The ledger between two days, both included, oldest first. */
export function readLedger(from: Day, to: Day): Promise<LedgerRow[]> {
  return feedDb.days.where('date').between(from, to, true, true).toArray();
}

/** The newest day that has papers, at or before `today`; `undefined` in an empty database. */
export async function readNewestDay(today: Day): Promise<Day | undefined> {
  return (await feedDb.listings.where('date').belowOrEqual(today).last())?.date;
}

/** The nearest day with papers before (`-1`) or after (`1`) `day`. */
export async function readNeighbourDay(day: Day, direction: -1 | 1): Promise<Day | undefined> {
  const dates = feedDb.listings.where('date');
  return direction < 0 ? (await dates.below(day).last())?.date : (await dates.above(day).first())?.date;
}

/** The whole ledger, by date: a row a day, about 260 a year. */
export function readAllLedger(): Promise<LedgerRow[]> {
  return feedDb.days.orderBy('date').toArray();
}
