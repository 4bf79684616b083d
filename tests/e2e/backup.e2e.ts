import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BACKUP_FOLDER } from '@/lib/core/backup/backup-state';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { formatDayHeading } from '@/lib/core/days/format';
import { eventually } from '../harness/browsers/extension-browser';
import { digest } from '../unit/core/backup/sample';
import { toAlertingLaunch } from './support/alerts';
import { clickOn, pressText, readPopupText, untilPopup } from './support/popup-page';
import { readFeed, readMeta, readUser, untilSynced, writeRows } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { toTopicRow } from './support/topic-row';
import { BROWSER, type World } from './support/world';

const DAY_MS = 86_400_000;
/** Chromium has its downloads where the system has them, below the home of its user; Firefox asks a preference. */
const home = mkdtempSync(join(tmpdir(), 'daily-papers-home-'));
const downloads = join(home, 'Downloads');
const folder = join(downloads, BACKUP_FOLDER);
const readFiles = () =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : [];

let world: World;
const atEnd: (() => void)[] = [];
beforeAll(async () => {
  const launch = toAlertingLaunch((work) => atEnd.push(work));
  const prefs = { 'browser.download.dir': downloads, 'browser.download.folderList': 2 };
  const env = BROWSER === 'chromium' ? { env: { HOME: home } } : {};
  world = await startSyncedWorld({ launch: { ...launch, ...env, prefs: { ...launch.prefs, ...prefs } } });
});
afterAll(async () => {
  await world.close();
  for (const work of atEnd) work();
  rmSync(home, { recursive: true, force: true });
});

const TOPIC = toTopicRow({ name: 'Gletscher “ǅ” 🧊', query: 'glaciers' });
const STATUS = {
  paperId: '2611.00001',
  title: 'Ice',
  starred: { value: true, at: 5 },
  note: { value: 'ﬁrst\n“two” 𝔘', at: 6 },
};

async function openData(): Promise<Page> {
  const page = await world.browser.openPage('options.html#data');
  await page.bringToFront();
  await page.waitForSelector('.file-button input');
  return page;
}

/** Chooses a file to be restored, and waits for what the page says of it. */
async function choose(page: Page, path: string): Promise<void> {
  const input = await page.waitForSelector('.file-button input');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
  await page.waitForSelector('.restore-dialog[open]');
}

async function deleteBy(page: Page, button: string, action: string): Promise<void> {
  await pressText(page, button);
  await page.waitForSelector('dialog[open] input');
  await page.type('dialog input', 'delete');
  await pressText(page, action, 'dialog');
  await page.waitForSelector('dialog[open]', { hidden: true });
}

const hasText = (page: Page, words: RegExp) =>
  page.evaluate((source) => new RegExp(source).test(document.body.textContent ?? ''), words.source);

describe('backups', () => {
  it('are saved by themselves once switched on, bring everything back after it was deleted, and can be undone', async () => {
    await writeRows(world, 'user', 'topics', [TOPIC]);
    await writeRows(world, 'user', 'statuses', [{ ...STATUS, starredSince: 5 }]);
    const page = await openData();
    await clickOn(page, 'input[type="radio"][value="daily"]');
    await eventually(() => readFiles().length === 1, { what: 'a file among the downloads', timeoutMs: 30_000 });
    await eventually(() => hasText(page, /Last backup: just now/), { what: 'words about it' });
    const path = join(folder, readFiles()[0] ?? '');
    expect(JSON.parse(readFileSync(path, 'utf8')).data.statuses).toEqual([STATUS]);
    await deleteBy(page, 'Delete everything I made…', 'Delete all of it');
    expect((await readUser(world)).topics).toEqual([]);
    await choose(page, path);
    expect(await readUser(world)).toMatchObject({ statuses: [], topics: [], settings: [] });
    await pressText(page, 'Restore', '.restore-dialog');
    await eventually(() => hasText(page, /A backup was restored \(3 changes\)/), { what: 'the end of the restore' });
    const back = await readUser(world);
    expect(back.topics).toEqual([expect.objectContaining(TOPIC)]);
    expect(back.statuses).toEqual([{ ...STATUS, starredSince: 5 }]);
    expect(back.settings).toMatchObject([{ key: 'backupEvery', value: 'daily' }]);
    await pressText(page, 'Undo');
    await eventually(() => hasText(page, /Taken back: a backup was restored/), { what: 'the end of the undo' });
    expect(await readUser(world)).toMatchObject({ statuses: [], topics: [], settings: [] });
    await page.close();
  });

  it('come again when a popup opens a day later, in another session of the browser, over the oldest', async () => {
    const before = readFiles();
    await writeRows(world, 'user', 'settings', [
      { key: 'backupEvery', value: 'daily', at: Date.now() },
      { key: 'backupKeep', value: 3, at: Date.now() },
    ]);
    let byHand = '';
    for (let day = 1; day <= 4; day++) {
      // Firefox numbers its downloads anew, and has forgotten those of before.
      if (day > 1) await world.restart();
      await writeRows(world, 'user', 'topics', [{ ...TOPIC, name: `Day ${day}` }]);
      const { backup = {} } = await readMeta(world);
      const lookedAt = Date.now() - 2 * DAY_MS;
      await writeRows(world, 'feed', 'meta', [{ key: 'backup', value: { ...backup, lookedAt } }]);
      const known = readFiles();
      if (day === 2) {
        // The schedule saves its own as soon as the page stands.
        const page = await openData();
        await pressText(page, 'Back up now');
        await eventually(() => hasText(page, /Saved: /), { what: 'a backup by hand', timeoutMs: 30_000 });
        byHand = readFiles().find((name) => !known.includes(name) && /-\d{4}-\d\d-\d\d-\d{6}\.json$/.test(name)) ?? '';
        await page.close();
      }
      const popup = await world.browser.openPopupTab();
      await eventually(async () => ((await readMeta(world)).backup?.lookedAt ?? 0) > lookedAt, {
        what: `the backup of day ${day}`,
        timeoutMs: 30_000,
      });
      await popup.close();
    }
    const readDay = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')).data.topics[0].name;
    expect(readDay(byHand)).toBe('Day 2');
    // The one of before the deletion is none of the kept ones any more: what it was is forgotten with the rest.
    const made = readFiles().filter((name) => !before.includes(name) && name !== byHand);
    expect(made.map(readDay).sort()).toEqual(['Day 2', 'Day 3', 'Day 4']);
    expect(before.filter((name) => !readFiles().includes(name))).toEqual([]);
  });
});

describe('row 26: a page that is closed in the middle of a restore', () => {
  it('has restored all of it or nothing', async () => {
    const count = 3_000;
    const statuses = Array.from({ length: count }, (_, i) => ({
      paperId: `2610.${String(i).padStart(5, '0')}`,
      title: `Paper ${i}`,
      later: { value: true, at: 9 },
    }));
    const made = { at: Date.now(), app: '0.1.0' };
    const { text } = await toBackupFile({ statuses, topics: [], settings: [] }, made, digest);
    mkdirSync(downloads, { recursive: true });
    const path = join(downloads, 'large.json');
    writeFileSync(path, text);
    const results = new Set<number>();
    for (const waitMs of [0, 60, 120, 240, 480, 6_000]) {
      const page = await openData();
      await choose(page, path);
      // Pressed in the page, which is gone a moment later.
      await page.evaluate(() => document.querySelector<HTMLElement>('.restore-dialog .button-solid')?.click());
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      await page.close({ runBeforeUnload: false });
      const { statuses: stored, journal } = await readUser(world);
      const marked = stored.filter(({ paperId }) => paperId.startsWith('2610.')).length;
      expect([0, count]).toContain(marked);
      expect(journal.filter(({ action, key }) => action === 'restore' && key.startsWith('2610.'))).toHaveLength(marked);
      results.add(marked);
      if (marked === count) break;
    }
    expect(results).toEqual(new Set([0, count]));
  });
});

describe('row 26: a page that is closed when the papers of a backup are written and the rest is not', () => {
  it('has changed nothing the user made, and the same backup restores it all after', async () => {
    const [listed] = (await readFeed(world)).listings;
    const paper = (await readFeed(world)).papers.find(({ id }) => id === listed?.paperId);
    if (!paper || !listed) throw new Error('the feed is empty');
    const { paperId: _paperId, ...listing } = listed;
    const papers = Array.from({ length: 50 }, (_, i) => ({
      ...paper,
      id: `2609.${String(i).padStart(5, '0')}`,
      listings: [{ ...listing, rank: 100 + i }],
      seenAt: 5,
    }));
    const { statuses, topics, settings } = BROKEN_OFF;
    const made = { at: Date.now(), app: '0.1.0' };
    mkdirSync(downloads, { recursive: true });
    const path = join(downloads, 'broken-off.json');
    writeFileSync(path, (await toBackupFile({ statuses, topics, settings, papers }, made, digest)).text);
    const readFacts = async () => {
      const { journal, ...rest } = await readUser(world);
      return [rest, journal.length];
    };
    const countAdded = async () => (await readFeed(world)).papers.filter(({ id }) => id.startsWith('2609.')).length;
    const before = await readFacts();
    const [page, other] = [await openData(), await openData()];
    await choose(page, path);
    // Whoever writes what the user made writes the journal along: it has to wait for this page.
    await other.evaluate(holdJournal);
    await page.evaluate(() => document.querySelector<HTMLElement>('.restore-dialog .button-solid')?.click());
    await eventually(async () => (await countAdded()) === papers.length, { what: 'the papers of the backup' });
    await page.close({ runBeforeUnload: false });
    await other.close({ runBeforeUnload: false });
    expect(await readFacts()).toEqual(before);
    expect(await countAdded()).toBe(papers.length);

    const next = await openData();
    await choose(next, path);
    await eventually(() => hasText(next, /50 papers here already/), { what: 'the papers that came before' });
    await pressText(next, 'Restore', '.restore-dialog');
    await eventually(() => hasText(next, /A backup was restored \(1 change\)/), { what: 'the end of the restore' });
    expect((await readUser(world)).statuses).toContainEqual(expect.objectContaining(statuses[0]));
    await next.close();
  });
});

/** In a page: begins to write to the journal and never ends. */
function holdJournal(): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('daily-papers-user');
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const journal = asked.result.transaction('journal', 'readwrite').objectStore('journal');
      const again = () => {
        journal.get(0).onsuccess = again;
      };
      journal.get(0).onsuccess = () => {
        again();
        resolve();
      };
    };
  });
}

const BROKEN_OFF = {
  statuses: [{ paperId: '2609.00001', title: 'Broken off', note: { value: 'A note', at: 7 } }],
  topics: [],
  settings: [],
};

describe('a backup with the papers', () => {
  it('brings them back where everything is gone and the feed can’t be reached: lists, abstracts, marks and notes', async () => {
    // What earlier tests marked are papers that no feed has.
    const before = await readFeed(world);
    const listed = before.listings.filter(({ date }) => date < world.today);
    const { date, paperId } = listed.reduce((a, b) => (b.date > a.date ? b : a));
    const paper = before.papers.find(({ id }) => id === paperId);
    const mark = { paperId, title: paper?.title ?? '', starred: { value: true, at: 7 }, note: STATUS.note };
    await writeRows(world, 'user', 'statuses', [{ ...mark, starredSince: 7 }]);
    await writeRows(world, 'feed', 'seen', [{ paperId, at: 8 }]);
    const page = await openData();
    const files = readFiles();
    await pressText(page, 'With the papers');
    await pressText(page, 'Back up now');
    await eventually(() => hasText(page, new RegExp(`Saved: .*with ${before.papers.length} papers`)), {
      what: 'a backup with the papers',
      timeoutMs: 30_000,
    });
    const path = join(folder, readFiles().find((name) => !files.includes(name)) ?? '');
    world.standIn.play({ kind: 'drop' });
    const deletedAt = Date.now();
    await deleteBy(page, 'Delete everything and begin anew…', 'Delete everything');
    await untilSynced(world, { after: deletedAt });
    expect((await readFeed(world)).papers).toEqual([]);
    await choose(page, path);
    await pressText(page, 'Restore', '.restore-dialog');
    await eventually(() => hasText(page, new RegExp(`${before.papers.length} papers added`)), {
      what: 'the end of the restore',
      timeoutMs: 30_000,
    });
    const after = await readFeed(world);
    expect([after.papers, after.listings]).toEqual([before.papers, before.listings]);
    expect(after.seen).toContainEqual({ paperId, at: 8 });
    expect((await readUser(world)).statuses).toContainEqual({ ...mark, starredSince: 7 });
    const popup = await world.browser.openPopupTab();
    const today = before.listings.filter((row) => row.date === world.today).map((row) => row.paperId);
    await untilPopup(
      popup,
      'the papers of today',
      ({ cards }) => [...cards].sort().join() === [...today].sort().join(),
    );
    await clickOn(popup, `.strip-day[aria-label^="${formatDayHeading(date, world.today)}: 3 papers"]`);
    await untilPopup(popup, 'the day of the star', ({ cards }) => cards.length === 3 && cards.includes(paperId));
    const title = `[data-paper="${paperId}"] [aria-expanded]`;
    await clickOn(popup, title);
    await popup.waitForSelector(`[data-paper="${paperId}"] .card-abstract`);
    expect((await readPopupText(popup)).all).toContain(paper?.summary);
    await popup.close();
    await page.close();
  });
});
