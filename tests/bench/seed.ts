import type { Page } from 'puppeteer-core';
import { toUtcDay } from '@/lib/core/days/day';
import { type ExtensionBrowser, eventually } from '../harness/browsers/extension-browser';
import type { Corpus } from './corpus';
import { toDayRows, toFeedDays } from './stored-rows';
import { toBenchTopics } from './topics';

const FEED = 'daily-papers-feed';
const USER = 'daily-papers-user';
/** Days that cross to the page at once: 1,000 papers, 3 MB. */
const DAYS_AT_ONCE = 20;
/** What a user has who has many. */
const TOPICS = 12;

type Rows = Record<string, unknown[]>;

declare const chrome: { storage: { local: { clear(): Promise<void> } } };

/** Waits until the first sync, which the stand-in turns away, has ended: both databases exist and nothing writes them. */
export async function waitForFirstSync(extension: ExtensionBrowser): Promise<void> {
  await eventually(
    async () => {
      const rows = await extension.readStore<{ key: string }>(FEED, 'meta');
      const keys = new Set(rows.map(({ key }) => key));
      return keys.has('schedule') && !keys.has('job');
    },
    { what: 'the end of the first sync' },
  );
  await extension.killWorker();
}

/** Fills the databases up to `count` papers; `before` are there already. The newest papers are the same at every size. */
export async function seed(extension: ExtensionBrowser, corpus: Corpus, count: number, before: number): Promise<void> {
  const page = await extension.controlPage();
  const now = Date.now();
  const today = toUtcDay(now);
  // The last day of the smaller size was cut: it is written again, whole.
  const days = toFeedDays(today, count).filter(({ from, to }) => to >= before || from >= before);
  for (let i = 0; i < days.length; i += DAYS_AT_ONCE) {
    const { statuses, ...feed } = join(days.slice(i, i + DAYS_AT_ONCE).map((day) => toDayRows(day, today, corpus)));
    await putRows(page, FEED, feed);
    await putRows(page, USER, { statuses: statuses ?? [] });
  }
  await putRows(page, USER, { topics: toBenchTopics(TOPICS) });
  // The second copy knows of what was typed at the smaller size, and would bring it back into the topic that is typed now.
  await page.evaluate(() => chrome.storage.local.clear());
  // Nothing is due while it is measured.
  await putRows(page, FEED, {
    meta: [
      { key: 'schedule', value: { nextDueAt: now + 55 * 60_000, lastAttemptAt: now, lastSuccessAt: now, failures: 0 } },
      { key: 'politeness', value: { lastRequestAt: now, notBefore: 0, day: today, requestsToday: 20 } },
      { key: 'clock', value: { offsetMs: 0, at: now } },
    ],
  });
}

/** What the profile holds, to be told with the figures: a bench on an empty database would be fast. */
export async function countStored(extension: ExtensionBrowser): Promise<number> {
  const page = await extension.controlPage();
  return page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = await new Promise<number>((resolve, reject) => {
      const request = db.transaction('papers').objectStore('papers').count();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return count;
  }, FEED);
}

function join(parts: readonly object[]): Rows {
  const all: Rows = {};
  for (const part of parts)
    for (const [table, rows] of Object.entries(part)) all[table] = [...(all[table] ?? []), ...(rows as unknown[])];
  return all;
}

/** Puts rows into the tables of an existing database, in one transaction. */
function putRows(page: Page, database: string, rows: Rows): Promise<void> {
  return page.evaluate(
    async (database, rows) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(database);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(Object.keys(rows), 'readwrite', { durability: 'relaxed' });
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
        for (const [table, values] of Object.entries(rows))
          for (const value of values) transaction.objectStore(table).put(value);
      });
      // An open handle would block the extension's own upgrade.
      db.close();
    },
    database,
    rows,
  );
}
