import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { clickOn, press, pressText } from './support/popup-page';
import { readFeed, readMeta, readUser, untilBadgeIsRight, untilSynced, writeRows } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { toTopicRow } from './support/topic-row';
import { toWordedFeed } from './support/worded-feed';
import type { World } from './support/world';

interface ExtensionStorage {
  set(items: object): Promise<void>;
  get(): Promise<object>;
}
declare const self: { chrome: { storage: { local: ExtensionStorage } } };

let world: World;
beforeAll(async () => {
  world = await startSyncedWorld({ feed: toWordedFeed() });
  return () => world.close();
});

const LONG_AGO = '2024-02-06';
const PLACE = 'popup-place';

/** As a pick in the calendar leaves it. */
async function pickLongAgo(): Promise<void> {
  const [{ papers, days }] = [await readFeed(world)];
  const [paper, day] = [papers[0], days[0]];
  await writeRows(world, 'feed', 'papers', [{ ...paper, id: '2402.00001', dailyDate: LONG_AGO }]);
  await writeRows(world, 'feed', 'listings', [
    { source: 'huggingface', date: LONG_AGO, paperId: '2402.00001', rank: 0, firstSeenAt: 1 },
  ]);
  await writeRows(world, 'feed', 'days', [{ ...day, date: LONG_AGO, picked: true, papers: 1 }]);
}

/** A popup that has been moved: its place is kept. */
async function openMovedPopup(): Promise<Page> {
  const popup = await world.browser.openPopupTab();
  await popup.waitForSelector('.card-tools');
  await press(popup, 'Search');
  await popup.waitForSelector('.search-row input');
  await popup.type('.search-row input', 'glaciers');
  await eventually(() => popup.evaluate((key) => localStorage.getItem(key) !== null, PLACE), { what: 'a kept place' });
  return popup;
}

const readLocalKeys = (page: Page) => page.evaluate(() => Object.keys(localStorage));
const readRequests = () => world.browser.readStore('daily-papers-feed', 'requests');

async function deleteBy(options: Page, button: string, action: string): Promise<void> {
  await pressText(options, button);
  await options.waitForSelector('dialog[open] input');
  await options.type('dialog input', 'delete');
  await pressText(options, action, 'dialog');
  await eventually(async () => (await options.$('dialog')) === null, { what: 'the end of the dialog' });
}

describe('deleting data in the options', () => {
  it('leaves nothing the user made, keeps the papers, and other pages show it by themselves', async () => {
    await writeRows(world, 'user', 'topics', [toTopicRow({ name: 'Glaciers', query: 'glaciers' })]);
    await writeRows(world, 'user', 'settings', [{ key: 'theme', value: 'dark' }]);
    const { papers } = await readFeed(world);
    await pickLongAgo();
    const popup = await openMovedPopup();
    const other = await world.browser.openPage('options.html#topics');
    await other.waitForSelector('textarea');
    const options = await world.browser.openPage('options.html#data');
    await options.waitForSelector('html[data-theme="dark"]');
    // A text that is not complete is kept beside the databases.
    await other.type('textarea', ' AND (');
    await eventually(async () => (await readLocalKeys(other)).some((key) => key !== PLACE), { what: 'a kept text' });
    const deletedAt = Date.now();
    await deleteBy(options, 'Delete everything I made…', 'Delete all of it');
    expect(await readUser(world)).toEqual({ statuses: [], topics: [], settings: [], journal: [] });
    const feed = await readFeed(world);
    // The open popup shows papers now, too.
    expect(feed.seen.filter(({ at }) => at < deletedAt)).toEqual([]);
    expect(feed.papers).toHaveLength(papers.length);
    expect(feed.days.filter(({ date, picked }) => picked || date === LONG_AGO)).toEqual([]);
    expect(feed.listings.filter(({ date }) => date === LONG_AGO)).toEqual([]);
    expect(await readRequests()).toEqual([]);
    await options.waitForSelector('html:not([data-theme])');
    await eventually(async () => (await other.$('textarea')) === null, { what: 'no topic in the other page' });
    await popup.waitForSelector('.day-header');
    expect(await popup.$('.search-row')).toBeNull();
    await popup.close();
    await other.close();
    expect(await readLocalKeys(options)).toEqual([]);
    // As after the install: without topics the new papers of the newest day.
    expect(Number(await untilBadgeIsRight(world))).toBeGreaterThan(0);
    await options.close();
  });

  it('fetches the papers again after they were deleted, at a second try where the first fails, and keeps the topics', async () => {
    await writeRows(world, 'user', 'topics', [toTopicRow({ name: 'Glaciers', query: 'glaciers' })]);
    const { papers } = await readFeed(world);
    const options = await world.browser.openPage('options.html#data');
    world.standIn.play({ kind: 'html' });
    await pressText(options, 'Delete the stored papers and fetch them again…');
    await clickOn(options, 'dialog[open] .button-solid');
    await options.waitForFunction(() => document.body.textContent?.includes('could not be fetched again'));
    expect((await readFeed(world)).papers).toEqual([]);
    world.standIn.reset();
    const failedAt = Date.now();
    await pressText(options, 'Fetch them now');
    await untilSynced(world, { after: failedAt });
    expect((await readFeed(world)).papers).toHaveLength(papers.length);
    expect((await readMeta(world)).schedule?.failure).toBeUndefined();
    expect((await readUser(world)).topics).toHaveLength(1);
    await options.waitForFunction(() => !document.body.textContent?.includes('Fetch them now'));
    await untilBadgeIsRight(world);
    await options.close();
  });

  it('begins anew: nothing of before is left, and the feed is read as after the installation', async () => {
    await writeRows(world, 'user', 'topics', [toTopicRow({ name: 'Glaciers', query: 'glaciers' })]);
    await writeRows(world, 'user', 'settings', [{ key: 'syncEveryMin', value: 0 }]);
    await pickLongAgo();
    const { papers } = await readFeed(world);
    const popup = await openMovedPopup();
    const options = await world.browser.openPage('options.html#data');
    await options.evaluate(() => self.chrome.storage.local.set({ copy: 1 }));
    const deletedAt = Date.now();
    await deleteBy(options, 'Delete everything and begin anew…', 'Delete everything');
    await untilSynced(world, { after: deletedAt });
    expect(await readUser(world)).toEqual({ statuses: [], topics: [], settings: [], journal: [] });
    const feed = await readFeed(world);
    expect(feed.papers).toHaveLength(papers.length - 1);
    expect(feed.papers.every(({ firstSeenAt }) => firstSeenAt >= deletedAt)).toBe(true);
    expect(feed.seen.filter(({ at }) => at < deletedAt)).toEqual([]);
    expect(feed.days.filter(({ picked, triedAt }) => picked || triedAt < deletedAt)).toEqual([]);
    expect((await readRequests()).filter(({ at }) => (at as number) < deletedAt)).toEqual([]);
    // The second copy is one of a database that holds nothing.
    const stored = await options.evaluate(() => self.chrome.storage.local.get());
    expect(Object.keys(stored).filter((key) => !key.startsWith('copy-manifest-'))).toEqual([]);
    expect(Object.values(stored).every((item) => String(item).includes('"shards":{}'))).toBe(true);
    expect((await world.browser.readAlarms()).map(({ name }) => name)).toContain('sync');
    // The popup has followed, down to the papers that were fetched after.
    await popup.waitForSelector('[data-paper]');
    expect(await popup.$('.search-row')).toBeNull();
    await popup.close();
    expect(await readLocalKeys(options)).toEqual([]);
    await untilBadgeIsRight(world);
    await options.close();
  });
});
