import { addDays, type Day, toUtcDay } from '@/lib/core/days/day';
import { STRIP_DAYS } from '@/lib/core/days/strip';
import type { Settings } from '@/lib/core/settings/settings';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { Topic } from '@/lib/core/topics/topic';
import { feedDb } from '../feed-database';
import { type FeedState, readFeedState } from './feed-state';
import { type PaperEntry, readDayPapers } from './papers';
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
  /** The newest day with papers, and its papers; no day in an empty database. */
  newest: Day | undefined;
  entries: PaperEntry[];
}

/**
 * What the popup shows first, in two rounds of reads instead of one per hook: each round costs a turn of the database,
 * and the list must stand before the eye has settled. `now` is our clock.
 */
export async function readStart(now: number): Promise<Start> {
  const [state, ledger, last, topics, { settings }] = await Promise.all([
    readFeedState(),
    // The clocks' difference is known only after this round: a day more on each side covers it.
    feedDb.days
      .where('date')
      .aboveOrEqual(addDays(toUtcDay(now), -STRIP_DAYS - 2))
      .toArray(),
    feedDb.listings.orderBy('date').last(),
    readTopics(),
    readSettings(),
  ]);
  const today = toUtcDay(now + (state.clock?.offsetMs ?? 0));
  const newest = last?.date;
  const from = addDays(today, 1 - STRIP_DAYS);
  return {
    today,
    settings,
    topics,
    state,
    ledger: ledger.filter((row) => row.date >= from),
    newest,
    entries: newest === undefined ? [] : await readDayPapers(newest),
  };
}
