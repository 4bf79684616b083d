import { addDays, type Day, toUtcDay } from '@/lib/core/days/day';
import { STRIP_DAYS } from '@/lib/core/days/strip';
import type { Listing } from '@/lib/core/papers/paper';
import { type SettingRow, type Settings, toSettings } from '@/lib/core/settings/settings';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { toShown } from '@/lib/core/topics/plan-topics';
import type { Topic } from '@/lib/core/topics/topic';
import type { MetaRow } from '../feed-database';
import { FEED_DATABASE, USER_DATABASE } from '../names';
import { openExisting, toPromise } from '../plain-read';
import type { FeedState } from './feed-state';
import type { PaperEntry } from './papers';
import { readFirstEntries } from './read-first-entries';

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
  /** The day of `entries`: the newest, or the one that was asked for. */
  day: Day | undefined;
  /**
   * Its papers, best first. Seen and status are those of the database for the first `FIRST_MARKED` only; the others
   * count as seen until the live list comes: a mark that appears is quiet, one that goes away is a lie.
   */
  entries: PaperEntry[];
}

/** The day whose papers are read where it is another than the newest, from what is known after the first round. */
export type ChooseDay = (known: Pick<Start, 'newest' | 'ledger'>) => Day | undefined;

/** Listings of this many days are read at once: the newest day is among them even on a Tuesday after a long weekend. */
const LOOK_BACK_DAYS = 5;

/**
 * What the popup shows first, in two rounds of reads instead of one per hook: each round costs a turn of the database,
 * and the list must stand before the eye has settled. `now` is our clock.
 */
export async function readStart(now: number, choose?: ChooseDay): Promise<Start> {
  const feed = openExisting(FEED_DATABASE);
  const user = openExisting(USER_DATABASE);
  try {
    const [{ state, ledger, listings, newest }, { topics, settings }] = await Promise.all([
      feed.then((db) => readFeed(db, toUtcDay(now))),
      user.then(readUser),
    ]);
    const today = toUtcDay(now + (state.clock?.offsetMs ?? 0));
    const from = addDays(today, 1 - STRIP_DAYS);
    const strip = ledger.filter((row) => row.date >= from);
    const day = choose?.({ newest, ledger: strip }) ?? newest;
    return {
      today,
      settings,
      topics,
      state,
      ledger: strip,
      newest,
      day,
      entries: day === undefined ? [] : await readFirstEntries(await feed, await user, day, listings),
    };
  } finally {
    for (const open of await Promise.allSettled([feed, user])) if (open.status === 'fulfilled') open.value?.close();
  }
}

interface FeedRound {
  state: FeedState;
  ledger: LedgerRow[];
  /** Of the newest day, among others. */
  listings: Listing[];
  newest: Day | undefined;
}

async function readFeed(db: IDBDatabase | undefined, ourDay: Day): Promise<FeedRound> {
  if (!db) return { state: {}, ledger: [], listings: [], newest: undefined };
  const stores = db.transaction(['meta', 'days', 'listings']);
  const byDate = stores.objectStore('listings').index('date');
  // The clocks' difference is known only after this round: a day more on each side covers it.
  const strip = IDBKeyRange.lowerBound(addDays(ourDay, -STRIP_DAYS - 2));
  const [meta, ledger, recent] = await Promise.all([
    toPromise<MetaRow[]>(stores.objectStore('meta').getAll()),
    toPromise<LedgerRow[]>(stores.objectStore('days').index('date').getAll(strip)),
    toPromise<Listing[]>(byDate.getAll(IDBKeyRange.lowerBound(addDays(ourDay, -LOOK_BACK_DAYS)))),
  ]);
  // In the order of the index: the last is of the newest day. None after a long time without a reading.
  const newest = recent.at(-1)?.date ?? (await toPromise(byDate.openKeyCursor(null, 'prev')))?.key;
  const listings = recent.length > 0 || newest === undefined ? recent : await toPromise(byDate.getAll(newest));
  const state: FeedState = Object.fromEntries(meta.map((row) => [row.key, row.value]));
  return { state, ledger, listings, newest: newest as Day | undefined };
}

async function readUser(db: IDBDatabase | undefined): Promise<Pick<Start, 'topics' | 'settings'>> {
  if (!db) return { topics: [], settings: toSettings([]).settings };
  const stores = db.transaction(['topics', 'settings']);
  const [topics, settings] = await Promise.all([
    toPromise<Topic[]>(stores.objectStore('topics').getAll()),
    toPromise<SettingRow[]>(stores.objectStore('settings').getAll()),
  ]);
  return { topics: toShown(topics), settings: toSettings(settings).settings };
}
