import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { openSection } from '../e2e/support/options-page';
import { chooseBackup, deleteOwn, restoreChosen } from '../e2e/support/own-data';
import { pressText, untilPopup } from '../e2e/support/popup-page';
import { click, pressKey, type Step } from '../e2e/support/popup-steps';
import { readUser } from '../e2e/support/stores';
import { useSyncedWorld } from '../e2e/support/synced-world';
import { toTopicRow } from '../e2e/support/topic-row';
import type { World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';
import { digest } from '../unit/core/backup/sample';

/** A transaction that could write, as the browser has it. */
interface Write {
  database: string;
  tables: string[];
  durability: string;
}

declare const writes: Write[];

/** Runs in the page: notes every transaction that can write and is used from now on. The database keeps how one is begun. */
function watchWrites(): void {
  const noted: Write[] = [];
  Object.assign(globalThis, { writes: noted });
  const { objectStore } = IDBTransaction.prototype;
  IDBTransaction.prototype.objectStore = function (this: IDBTransaction, name) {
    if (this.mode !== 'readonly')
      noted.push({ database: this.db.name, tables: [...this.objectStoreNames], durability: this.durability });
    return objectStore.call(this, name);
  };
}

/** Takes each step, waits until what the user made is another, and returns every write of the page meanwhile. */
async function writesOf(world: World, page: Page, steps: readonly Step[]): Promise<Write[]> {
  await page.evaluate(watchWrites);
  for (const [what, act] of steps) {
    const before = JSON.stringify(await readUser(world));
    await act();
    await eventually(async () => JSON.stringify(await readUser(world)) !== before, { what: `${what}, stored` });
  }
  return page.evaluate(() => writes);
}

describe('FAULTS 12: the power fails a moment after something was done', () => {
  it('whatever the user does is flushed to the disk before it counts as stored', async () => {
    const world = await useSyncedWorld();
    const popup = await world.browser.openPopupTab();
    await untilPopup(popup, 'the list', ({ cards }) => cards.length === 3);
    await popup.waitForSelector('.card-tools');
    await pressKey(popup, 'j');
    const keys = ['s', 'l', 'x', 'd', 'z', 'z'];
    const marks = await writesOf(
      world,
      popup,
      keys.map((key) => [key, () => pressKey(popup, key)]),
    );
    await popup.close();

    const options = await world.browser.openPage('options.html#appearance');
    const topic = toTopicRow({ name: 'Of the backup', query: 'backup' });
    const statuses = [{ paperId: '2611.77777', later: { value: true, at: 9 } }];
    const { text } = await toBackupFile({ statuses, topics: [topic], settings: [] }, { at: 9, app: '0.1.0' }, digest);
    const choices = await writesOf(world, options, [
      ['a setting', () => click(options, 'input[value="dark"]')],
      [
        'a topic',
        async () => {
          await openSection(options, 'topics/new', 'textarea');
          await options.type('textarea', 'paper');
        },
      ],
      ['its edit', () => options.type('textarea', ' OR other')],
      [
        'its deletion',
        async () => {
          await pressText(options, 'Delete topic');
          // Then the page goes to what is left, by itself.
          await options.waitForFunction(() => location.hash === '#topics');
        },
      ],
      [
        'a restore',
        async () => {
          await chooseBackup(options, text);
          await restoreChosen(options);
        },
      ],
      ['its undo', () => pressText(options, 'Undo')],
      ['the deletion of all', () => deleteOwn(options)],
    ]);

    const all = [...marks, ...choices];
    const ofUser = all.filter(({ database }) => database === 'daily-papers-user');
    expect(ofUser.filter(({ durability }) => durability !== 'strict')).toEqual([]);
    expect(ofUser.length).toBeGreaterThanOrEqual(keys.length + 7);
    const tables = new Set(ofUser.flatMap((write) => write.tables));
    expect([...tables].sort()).toEqual(['journal', 'outbox', 'settings', 'statuses', 'topics']);
    // The browser tells one from the other: what can be fetched again waits for no disk.
    const ofFeed = all.filter(({ database }) => database === 'daily-papers-feed');
    expect(new Set(ofFeed.map(({ durability }) => durability))).toEqual(new Set(['relaxed']));
  });
});
