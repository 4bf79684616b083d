import { addDays, type Day, toUtcDay } from '@/lib/core/days/day';
import { STRIP_DAYS } from '@/lib/core/days/strip';
import type { Listing } from '@/lib/core/papers/paper';
import type { Settings } from '@/lib/core/settings/settings';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { Topic } from '@/lib/core/topics/topic';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';
import { type FeedState, readFeedState } from './feed-state';
import { type PaperEntry, toRankedIds } from './papers';
import { readSettings, readTopics } from './user';

/** All the first list needs. */
export interface Start {
  /** The feed's day now, by the server's clock. */
  today: Day;
  settings: Settings;
  topics: Topic[];
  state: FeedState;
  /** The last `STRIP_DAYS` days that have a row. */
  ledger: LedgerRow[];
  /** The newest day with papers; none in an empty database. */
  newest: Day | undefined;
  /**
   * Its papers, best first. Seen and status are those of the database for the first `FIRST_MARKED` only; the others
   * count as seen until the live list comes: a mark that appears is quiet, one that goes away is a lie.
   */
  entries: PaperEntry[];
}

/** Listings of this many days are read at once: the newest day is among them even on a Tuesday after a long weekend. */
const LOOK_BACK_DAYS = 5;
/** Entries whose marks are read for the first frame, which has room for fewer. */
const FIRST_MARKED = 6;

/**
 * What the popup shows first, in two rounds of reads instead of one per hook: each round costs a turn of the database,
 * and the list must stand before the eye has settled. `now` is our clock.
 */
export async function readStart(now: number): Promise<Start> {
  const ourDay = toUtcDay(now);
  const [state, ledger, listings, topics, { settings }] = await Promise.all([
    readFeedState(),
    // The clocks' difference is known only after this round: a day more on each side covers it.
    feedDb.days
      .where('date')
      .aboveOrEqual(addDays(ourDay, -STRIP_DAYS - 2))
      .toArray(),
    feedDb.listings.where('date').aboveOrEqual(addDays(ourDay, -LOOK_BACK_DAYS)).toArray(),
    readTopics(),
    readSettings(),
  ]);
  const today = toUtcDay(now + (state.clock?.offsetMs ?? 0));
  // In the order of the index: the last is of the newest day.
  const newest = listings.at(-1)?.date ?? (await feedDb.listings.orderBy('date').last())?.date;
  const from = addDays(today, 1 - STRIP_DAYS);
  return {
    today,
    settings,
    topics,
    state,
    ledger: ledger.filter((row) => row.date >= from),
    newest,
    entries: newest === undefined ? [] : await readFirstEntries(newest, listings),
  };
}

/**
 * The papers in one read by their day, and the marks of those in sight: key by key, thirty papers with seen and status
 * are ninety requests, a fifth of the time to the first card.
 */
async function readFirstEntries(day: Day, recent: readonly Listing[]): Promise<PaperEntry[]> {
  const known = recent.filter((listing) => listing.date === day);
  const listings = known.length > 0 ? known : await feedDb.listings.where('date').equals(day).toArray();
  const ids = toRankedIds(listings);
  const marked = ids.slice(0, FIRST_MARKED);
  const [papers, seen, statuses] = await Promise.all([
    feedDb.papers.where('dailyDate').equals(day).toArray(),
    feedDb.seen.bulkGet(marked),
    userDb.statuses.bulkGet(marked),
  ]);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  // Listed here and, by another source or on a later day, elsewhere too.
  const missing = ids.filter((id) => !byId.has(id));
  for (const paper of missing.length > 0 ? await feedDb.papers.bulkGet(missing) : []) {
    if (paper) byId.set(paper.id, paper);
  }
  return ids.flatMap((id, i) => {
    const paper = byId.get(id);
    return paper ? [{ paper, status: statuses[i], seen: i >= marked.length || seen[i] !== undefined }] : [];
  });
}
