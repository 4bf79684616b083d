import { expect, onTestFinished } from 'vitest';
import type { Day } from '@/lib/core/days/day';
import type { Listing, Paper } from '@/lib/core/papers/paper';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { planPage } from '@/lib/core/sync/plan-page';
import { fetchDailyPage } from '@/lib/sources/huggingface/client';
import { eventually } from '../../harness/browsers/extension-browser';
import type { Feed } from '../../harness/stand-in/feed';
import { createStandIn } from '../../harness/stand-in/stand-in';
import { toFetch } from '../../harness/stand-in/to-fetch';
import { untilSynced } from './stores';
import { startWorld, toFirstDays, type World, type WorldOptions } from './world';

/**
 * A world whose first sync has ended, after a request or two: it reads today, and the other days are stored as it would
 * have read them. For tests that begin after it; what it does by itself is told by those that use `startWorld`.
 */
export async function startSyncedWorld(options: WorldOptions = {}): Promise<World> {
  const world = await startWorld(options);
  try {
    await storeDays(world, toFirstDays(world.today).slice(1));
    await untilSynced(world);
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}

/** A world of that kind that ends with the running test. */
export async function useSyncedWorld(options: WorldOptions = {}): Promise<World> {
  const world = await startSyncedWorld(options);
  onTestFinished(() => world.close());
  return world;
}

interface StoredDays {
  papers: Paper[];
  listings: Listing[];
  days: LedgerRow[];
}

/** Of another sync than the one that is under way: it leaves these days alone, since they have just been read. */
const JOB = 'read before the test';

/**
 * What reading `days` of the feed leaves in the tables, by the extension's own client and plan: without its pause of a
 * second between two requests.
 */
async function toStoredDays(feed: Feed, days: readonly Day[], today: Day, now: number): Promise<StoredDays> {
  // One of its own: the log of the test's server tells of the browser alone.
  const fetch = toFetch(createStandIn({ feed, now: () => now }));
  const papers = new Map<string, Paper>();
  const listings: Listing[] = [];
  const rows: LedgerRow[] = [];
  for (const date of days) {
    const answer = await fetchDailyPage({ date, page: 0 }, { fetch, now: () => now, onLine: () => true });
    const known = { listings: new Map<string, Listing>(), papers };
    const plan = planPage(answer, known, {
      source: 'huggingface',
      date,
      page: 0,
      jobId: JOB,
      today,
      now,
      picked: false,
      seenBefore: '',
    });
    expect(plan.nextPage, `a second page of ${date}`).toBeUndefined();
    for (const paper of plan.papers) papers.set(paper.id, paper);
    listings.push(...plan.listings);
    rows.push(plan.row);
  }
  return { papers: [...papers.values()], listings, days: rows };
}

/**
 * Stores what the sync under way would read of `days` in a second each; it then ends with its next step. A day that it
 * has read by itself stays as it is.
 */
export async function storeDays(world: World, days: readonly Day[]): Promise<void> {
  const stored = await toStoredDays(world.standIn.feed, days, world.today, world.standIn.now());
  const page = await world.browser.controlPage();
  await eventually(() => page.evaluate(putDays, stored), { what: 'the tables of the feed', timeoutMs: 30_000 });
}

/** Runs in a page of the extension. False where the tables are not there yet: who creates them here would hide that. */
async function putDays({ papers, listings, days }: StoredDays): Promise<boolean> {
  const name = 'daily-papers-feed';
  if (!(await indexedDB.databases()).some((known) => known.name === name)) return false;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(['papers', 'listings', 'days'], 'readwrite');
      const known = transaction.objectStore('days').getAllKeys();
      known.onsuccess = () => {
        const read = new Set(known.result.map((key) => (key as string[])[1]));
        const open = listings.filter(({ date }) => !read.has(date));
        const ids = new Set(open.map(({ paperId }) => paperId));
        for (const row of days) if (!read.has(row.date)) transaction.objectStore('days').put(row);
        for (const row of open) transaction.objectStore('listings').put(row);
        for (const row of papers) if (ids.has(row.id)) transaction.objectStore('papers').put(row);
      };
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return true;
  } finally {
    db.close();
  }
}
