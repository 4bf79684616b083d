import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseBackup, chooseParts, deleteOwn, leaveFailed, restoreChosen } from '../e2e/support/own-data';
import { pressText } from '../e2e/support/popup-page';
import { click } from '../e2e/support/popup-steps';
import { readUser, writeRows } from '../e2e/support/stores';
import { startSyncedWorld } from '../e2e/support/synced-world';
import { toTopicRow } from '../e2e/support/topic-row';
import type { World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';
import { DATA, toText } from '../unit/core/backup/sample';

let world: World;
let options: Page;
beforeAll(async () => {
  world = await startSyncedWorld();
  options = await world.browser.openPage('options.html#data');
  // The second copy is begun: from here on nothing is written that is not asked for.
  await eventually(async () => (await readAll())?.outbox?.length === 1, { what: 'the second copy' });
  return () => world.close();
});

const USER = 'daily-papers-user';
const TABLES = ['statuses', 'topics', 'settings', 'journal', 'outbox'];
const readAll = async () => (await world.browser.readTables({ [USER]: TABLES }))[USER];

declare const refusal: { at: number; writes: number };
declare const parts: Blob[] | undefined;
declare const started: Worker[];

/** Runs in the page: it has no threads, and reads and restores by itself. */
function takeWorkersAway(): void {
  Object.assign(globalThis, { Worker: undefined });
}

/** Runs in the page: it keeps the threads it starts in `started`, and can read no file itself. */
function leaveItToWorkers(): void {
  const Native = Worker;
  Object.assign(globalThis, { started: [] });
  Object.assign(globalThis, {
    Worker: class extends Native {
      constructor(url: string | URL) {
        super(url);
        started.push(this);
      }
    },
  });
  Blob.prototype.arrayBuffer = () => Promise.reject(new Error('not in this page'));
}

/** Runs in the page: the write of a restore that is `refusal.at` fails, as on a full disk. */
function refuseWrites(): void {
  Object.assign(globalThis, { refusal: { at: 0, writes: 0 } });
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...row: Parameters<typeof write>) {
      // The second copy makes its own writes whenever it suits it.
      const isRestore = this.transaction.objectStoreNames.contains('topics');
      if (isRestore && refusal.writes++ === refusal.at)
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      return write.apply(this, row);
    };
  }
}

describe('FAULTS 26: a restore fails midway', () => {
  it('at each row it writes: everything is as before, and its dialog says so', async () => {
    const [known] = DATA.topics;
    await writeRows(world, 'user', 'topics', [
      toTopicRow({ name: 'Mine', query: 'video' }),
      { ...known, name: 'Here' },
    ]);
    await writeRows(world, 'user', 'statuses', [{ paperId: '2611.00001', note: { value: 'of here', at: 2 } }]);
    const [text, before] = [await toText(), await readAll()];
    await options.evaluate(takeWorkersAway);
    await options.evaluate(refuseWrites);
    let failed = 0;
    for (;;) {
      await chooseBackup(options, text);
      await click(options, '.restore-dialog .button-solid');
      await options.waitForSelector('.undo-bar, .file-dialog-failure');
      if (await options.$('.undo-bar')) break;
      expect(await leaveFailed(options)).toMatch(/^Not restored\. The disk is full: .* Nothing was changed\.$/);
      expect(await readAll()).toEqual(before);
      failed += 1;
      await options.evaluate((at) => void Object.assign(refusal, { at, writes: 0 }), failed);
    }
    // Two papers, a topic, two settings; what the copy has yet to learn of them; and the journal's row of each.
    expect(failed).toBeGreaterThanOrEqual(12);
    expect(await readAll()).not.toEqual(before);
  });

  it('by the end of the thread that does it: everything is as before, its dialog says so, and it can be done again', async () => {
    options = await world.browser.openPage('options.html#data');
    await deleteOwn(options);
    await options.evaluate(leaveItToWorkers);
    const statuses = Array.from({ length: 5_000 }, (_, i) => ({
      paperId: `2611.${10_000 + i}`,
      note: { value: 'x', at: 1 },
    }));
    const text = await toText({ ...DATA, statuses });
    const before = await readUser(world);
    await chooseBackup(options, text);
    // In the turn of the click: the thread has the order, and no time to end.
    await options.evaluate(() => {
      document.querySelector<HTMLElement>('.restore-dialog .button-solid')?.click();
      return new Promise<void>((resolve) =>
        setTimeout(() => {
          started.at(-1)?.terminate();
          resolve();
        }, 100),
      );
    });
    expect(await leaveFailed(options)).toMatch(/^Broken off: the browser ended it\. Choose the file again: /);
    expect(await readUser(world)).toEqual(before);
    await chooseBackup(options, text);
    await restoreChosen(options);
    expect((await readUser(world)).statuses).toHaveLength(5_000);
  });
});

const whole = await toText();
const MB = 1_000_000;

/** What stands in the file, how many times, and what is said of it. */
const HOSTILE: readonly (readonly [what: string, text: string, times: number, problem: RegExp])[] = [
  ['another prototype', whole.replace('"key":"theme"', '"__proto__":{"mine":1},"key":"theme"'), 1, /“__proto__”/],
  ['a constructor', whole.replace('"value":"dark"', '"value":{"constructor":{"prototype":{}}}'), 1, /“constructor”/],
  ['five million brackets', '['.repeat(MB), 5, /nested too deeply/],
  ['twenty million zeros', '0,'.repeat(MB / 2), 40, /more than 20,000 entries/],
  ['1 GB', 'x'.repeat(MB), 1_000, /too large to be a backup/],
  ['half of it', whole.slice(0, 700), 1, /cut off on its way: it ends in line 14/],
  ['a script for a link', whole.replace('https://hug', 'javascript:'), 1, /^Status 1: link must be a web address/],
  ['a changed letter', whole.replace('agent*', 'robot*'), 1, /checksum does not fit/],
  ['a later form', whole.replace('"version": 1', '"version": 2'), 1, /newer version of Daily Papers/],
  ['something else', '{"name":"package"}', 1, /not a backup of Daily Papers/],
  ['something behind it', `${whole}{}`, 1, /nothing more is expected/],
];

describe('FAULTS 34: a file is made to do harm', () => {
  it.each([
    ['in a thread of its own', leaveItToWorkers],
    ['in the page', takeWorkersAway],
  ])('%s: it is refused in words within seconds, changes nothing, and leaves every object as it is', async (_, by) => {
    options = await world.browser.openPage('options.html#data');
    await options.evaluate(by);
    const before = await readUser(world);
    // That of the thread is frozen by itself.
    const names = await options.evaluate(() => Object.getOwnPropertyNames(Object.freeze(Object.prototype)));
    for (const [what, text, times, problem] of HOSTILE) {
      const begun = performance.now();
      await chooseBackup(options, text, times);
      const said = (await options.$eval('.restore-dialog [role="alert"]', (alert) => alert.textContent)) ?? '';
      expect(performance.now() - begun, what).toBeLessThan(5_000);
      expect(said, what).toMatch(problem);
      expect(said, what).toMatch(/Nothing was changed\.$/);
      await pressText(options, 'Close', '.restore-dialog');
      await options.waitForSelector('.restore-dialog', { hidden: true });
    }
    expect(await options.evaluate(() => Object.getOwnPropertyNames(Object.prototype))).toEqual(names);
    expect(await readUser(world)).toEqual(before);
    await options.close();
  });
});

/** Runs in the page: gives papers notes that hold every code point there is, halves of pairs too. Returns a checksum. */
async function useAllLetters(isWriting: boolean): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('daily-papers-user');
    request.onsuccess = () => resolve(request.result);
  });
  const statuses = db.transaction('statuses', 'readwrite').objectStore('statuses');
  for (let from = 0; isWriting && from <= 0x10ffff; from += 4096) {
    const letters = Array.from({ length: 4096 }, (_, i) => String.fromCodePoint(from + i));
    statuses.put({ paperId: `letters-${from}`, note: { value: letters.join(''), at: from + 1 } });
  }
  const rows = await new Promise((resolve) => {
    const request = statuses.getAll();
    request.onsuccess = () => resolve(request.result);
  });
  db.close();
  // JSON writes a half out; as it is, no encoder would tell one from another.
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(rows)));
  return [...new Uint8Array(hash)].join();
}

describe('FAULTS 27: a backup damages text', () => {
  it('out of the browser and back into it: every letter there is comes back', async () => {
    // In a page as it is: the one before has been frozen.
    options = await world.browser.openPage('options.html#data');
    await deleteOwn(options);
    const made = await options.evaluate(useAllLetters, true);
    await options.evaluate(() => {
      const toUrl = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        Object.assign(globalThis, { parts: [blob] });
        return toUrl.call(URL, blob);
      };
      Object.assign(globalThis, { parts: undefined });
    });
    await pressText(options, 'Back up now');
    await eventually(() => options.evaluate(() => 'parts' in globalThis && parts !== undefined), { what: 'the file' });
    await deleteOwn(options);
    expect(await options.evaluate(useAllLetters, false)).not.toBe(made);
    await chooseParts(options);
    await restoreChosen(options);
    expect(await options.evaluate(useAllLetters, false)).toBe(made);
  });
});
