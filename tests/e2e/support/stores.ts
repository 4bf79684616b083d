import { badgeText } from '@/lib/core/badge/badge';
import { addDays, type Day, toUtcDay } from '@/lib/core/days/day';
import type { JournalRow } from '@/lib/core/journal/journal';
import type { Listing, Paper, Seen } from '@/lib/core/papers/paper';
import type { Status } from '@/lib/core/papers/status';
import { parseQuery } from '@/lib/core/query/parse-query';
import type { SettingRow } from '@/lib/core/settings/settings';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { MetaKey, MetaValues, Schedule } from '@/lib/core/sync/state';
import type { Topic } from '@/lib/core/topics/topic';
import { eventually } from '../../harness/browsers/extension-browser';
import type { World } from './world';

const FEED = 'daily-papers-feed';
const USER = 'daily-papers-user';

const FEED_TABLES = ['papers', 'listings', 'days', 'seen'];
const USER_TABLES = ['statuses', 'topics', 'settings', 'journal'];

interface FeedTables {
  papers: Paper[];
  listings: Listing[];
  days: LedgerRow[];
  seen: Seen[];
}

interface UserTables {
  statuses: Status[];
  topics: Topic[];
  settings: SettingRow[];
  journal: JournalRow[];
}

export async function readFeed({ browser }: World): Promise<FeedTables> {
  return (await browser.readTables({ [FEED]: FEED_TABLES }))[FEED] as unknown as FeedTables;
}

/** What two histories must share: everything but the moments and the names of jobs. */
export async function readFacts(world: World) {
  const { papers, listings, days } = await readFeed(world);
  return {
    papers: papers.map(({ firstSeenAt: _f, updatedAt: _u, ...paper }) => paper),
    listings: listings.map(({ firstSeenAt: _f, ...listing }) => listing),
    days: days.map(({ date, state, papers, droppedCount, pages }) => ({ date, state, papers, droppedCount, pages })),
  };
}

/** Everything the user made, raw. */
export async function readUser({ browser }: World): Promise<UserTables> {
  return (await browser.readTables({ [USER]: USER_TABLES }))[USER] as unknown as UserTables;
}

/** Both databases, in one go: for tests that look at them after each of hundreds of steps. */
export async function readBoth({ browser }: World): Promise<FeedTables & UserTables> {
  const tables = await browser.readTables({ [FEED]: FEED_TABLES, [USER]: USER_TABLES });
  return { ...tables[FEED], ...tables[USER] } as unknown as FeedTables & UserTables;
}

export async function readMeta({ browser }: World): Promise<Partial<MetaValues>> {
  const rows = await browser.readStore<{ key: MetaKey; value: unknown }>(FEED, 'meta');
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

function readPapersOf({ browser }: World, date: Day): Promise<string[]> {
  return browser
    .readStore<Listing>(FEED, 'listings')
    .then((rows) => rows.filter((row) => row.date === date).map((row) => row.paperId));
}

/** Waits until a sync that ended after the moment `after` (ms) has left its schedule, and returns it. */
export async function untilSynced(world: World, { after = 0, timeoutMs = 60_000 } = {}): Promise<Schedule> {
  return eventually(
    async () => {
      const { job, schedule } = await readMeta(world);
      return job === undefined && (schedule?.lastAttemptAt ?? 0) > after && schedule;
    },
    { timeoutMs, everyMs: 150, what: 'the end of a sync' },
  );
}

/** Waits until so many papers of `date` are stored. */
export async function untilListed(world: World, date: Day, count: number): Promise<string[]> {
  return eventually(
    async () => {
      const ids = await readPapersOf(world, date);
      return ids.length >= count && ids;
    },
    { timeoutMs: 30_000, everyMs: 100, what: `${count} papers of ${date}` },
  );
}

/** What the badge must say, counted here from the raw tables, not with the code that counts it there. */
async function recountBadge(world: World): Promise<string> {
  const { papers, listings, seen, topics, statuses } = await readBoth(world);
  const today = toUtcDay(world.standIn.now());
  const done = statuses.filter(({ read, dismissed }) => read?.value || dismissed?.value);
  const shown = new Set([...seen, ...done].map((row) => row.paperId));
  const fresh = papers.filter((paper) => !shown.has(paper.id) && paper.dailyDate >= addDays(today, -14));
  const enabled = topics.filter((topic) => topic.enabled && topic.deletedAt === undefined);
  if (enabled.length === 0) {
    const newest = listings
      .map((row) => row.date)
      .sort()
      .at(-1);
    return badgeText(fresh.filter((paper) => paper.dailyDate === newest).length);
  }
  const queries = enabled.filter((topic) => topic.badge).map((topic) => parseQuery(topic.query));
  const matching = fresh.filter((paper) => {
    const status = statuses.find((row) => row.paperId === paper.id);
    return queries.some((result) => result.ok && result.query.matches({ paper, status, seen: false, today }));
  });
  return badgeText(matching.length);
}

/** Waits until the badge and the recount agree, and returns the number. */
export async function untilBadgeIsRight(world: World): Promise<string> {
  const { text } = await eventually(
    async () => {
      const expected = await recountBadge(world);
      const { text } = await world.browser.readBadge();
      if (text !== expected) throw new Error(`the badge says "${text}", the recount "${expected}"`);
      return { text };
    },
    { timeoutMs: 10_000, everyMs: 40, what: 'a badge that equals the recount' },
  );
  return text;
}

type Row = Record<string, unknown>;

interface Api {
  storage: { session: { clear(): Promise<void> } };
}

/** Writes rows past the extension, as time, another version or damage would have left them. */
export async function writeRows(world: World, database: 'feed' | 'user', table: string, rows: Row[]): Promise<void> {
  const page = await world.browser.controlPage();
  await page.evaluate(
    async (name, table, rows) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      try {
        await new Promise<void>((resolve, reject) => {
          const transaction = db.transaction(table, 'readwrite');
          for (const row of rows) transaction.objectStore(table).put(row);
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        });
      } finally {
        db.close();
      }
      // The popup would begin with what was there before.
      const api = globalThis as unknown as Record<'browser' | 'chrome', Api | undefined>;
      await (api.browser ?? api.chrome)?.storage.session.clear();
    },
    database === 'feed' ? FEED : USER,
    table,
    rows,
  );
}

/** As if so much time had passed since the last sync: the feed is due, the days were read that much earlier. */
export async function letTimePass(world: World, ms: number): Promise<void> {
  const { schedule } = await readMeta(world);
  if (schedule) {
    const moved = { ...schedule, nextDueAt: (schedule.nextDueAt ?? Date.now()) - ms };
    await writeRows(world, 'feed', 'meta', [{ key: 'schedule', value: moved }]);
  }
  const { days } = await readFeed(world);
  const earlier = days.map((row) => ({
    ...row,
    ...(row.readAt === undefined ? {} : { readAt: row.readAt - ms }),
    ...(row.nextTryAt === undefined ? {} : { nextTryAt: row.nextTryAt - ms }),
  }));
  await writeRows(world, 'feed', 'days', earlier);
}
