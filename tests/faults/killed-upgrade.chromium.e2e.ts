import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { StoredStatus } from '@/lib/core/papers/status';
import { USER_DATABASE as USER, VERSIONS } from '@/lib/db/names';
import { useWorldWithBackground } from '../e2e/support/other-background';
import type { World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';

/** Their upgrade takes half a second: a kill comes in the middle of it. */
const ROWS = 12_000;

describe('FAULTS 10: the browser is killed in the middle of an upgrade', () => {
  it('each of two times every row is there as the old version left it, and the next start upgrades it', async () => {
    // Pages alone: a worker that upgrades first would leave nothing to see.
    const world = await useWorldWithBackground(`throw new Error('No background in this test.');`);
    await storeOldVersion(world);
    for (const moment of ['begun', 'half done'] as const) {
      const said = await killInUpgrade(world, moment);
      await world.restart();
      // Read before any page of ours has opened it.
      expect(await readOld(world)).toEqual({ version: 20, rows: ROWS, upgraded: 0 });
      // Else the kill came too late to prove anything.
      expect(said).not.toContain('upgrade over');
    }
    await world.browser.openPage('options.html#topics');
    await eventually(async () => (await readOld(world)).version === 10 * VERSIONS[USER], {
      what: 'the upgrade',
      timeoutMs: 60_000,
    });
    const statuses = await world.browser.readStore<StoredStatus>(USER, 'statuses');
    expect(statuses).toHaveLength(ROWS);
    expect(statuses.every(({ starred, starredSince }) => starred?.at === starredSince)).toBe(true);
    expect(await world.browser.readStore(USER, 'settings')).toEqual([{ key: 'theme', value: 'dark' }]);
  });
});

/** A database as version 2 of it was released, in the place of the one that is there. */
async function storeOldVersion(world: World): Promise<void> {
  const page = await world.browser.controlPage();
  await page.evaluate(
    async (name, count) => {
      const toEnd = (request: IDBOpenDBRequest) =>
        new Promise<IDBDatabase>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      await toEnd(indexedDB.deleteDatabase(name));
      const request = indexedDB.open(name, 20);
      request.onupgradeneeded = () => {
        const db = request.result;
        const statuses = db.createObjectStore('statuses', { keyPath: 'paperId' });
        for (const flag of ['starred.at', 'later.at', 'dismissed.at']) statuses.createIndex(flag, flag);
        db.createObjectStore('topics', { keyPath: 'id' }).createIndex('position', 'position');
        db.createObjectStore('settings', { keyPath: 'key' }).put({ key: 'theme', value: 'dark' });
        const journal = db.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true });
        for (const index of ['group', 'open']) journal.createIndex(index, index);
        for (let i = 0; i < count; i++)
          statuses.put({ paperId: `2301.${10_000 + i}`, title: `Paper ${i}`, starred: { value: true, at: i + 1 } });
      };
      (await toEnd(request)).close();
    },
    USER,
    ROWS,
  );
}

/**
 * Opens a page of the extension and kills the browser as soon as the page has begun to upgrade, or has written half of
 * the rows anew: code that changes rows behind the upgrade's own transaction would leave some of each kind for ever.
 * Returns what the page said of it.
 */
async function killInUpgrade({ browser }: World, moment: 'begun' | 'half done'): Promise<string[]> {
  const page = await browser.browser.newPage();
  await page.evaluateOnNewDocument(
    (name, half) => {
      const { open } = IDBFactory.prototype;
      const { put } = IDBObjectStore.prototype;
      let written = 0;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...asked: Parameters<typeof put>) {
        if (this.name === 'statuses') written += 1;
        if (written === half) console.info('upgrade half done');
        return put.apply(this, asked);
      };
      IDBFactory.prototype.open = function (this: IDBFactory, ...asked: Parameters<typeof open>) {
        const request = open.apply(this, asked);
        if (asked[0] === name) {
          request.addEventListener('upgradeneeded', () => console.info('upgrade begun'));
          request.addEventListener('success', () => console.info('upgrade over'));
        }
        return request;
      };
    },
    USER,
    ROWS / 2,
  );
  const said: string[] = [];
  const reached = new Promise<void>((resolve) => {
    page.on('console', (message) => {
      said.push(message.text());
      if (message.text() === `upgrade ${moment}`) resolve();
    });
  });
  page.goto(`${browser.baseUrl}options.html#topics`).catch(() => undefined);
  await reached;
  const child = browser.browser.process();
  if (!child) throw new Error('The browser has no process of its own.');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  return said;
}

/** What stands in the database, opened without a version. */
async function readOld(world: World): Promise<{ version: number; rows: number; upgraded: number }> {
  const page = await world.browser.controlPage();
  return page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const statuses = db.transaction('statuses').objectStore('statuses');
    const rows = await new Promise<{ starredSince?: number }[]>((resolve) => {
      const request = statuses.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    const { version } = db;
    db.close();
    return { version, rows: rows.length, upgraded: rows.filter((row) => row.starredSince !== undefined).length };
  }, USER);
}
