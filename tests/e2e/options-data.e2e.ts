import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { clickOn, pressText } from './support/popup-page';
import { readFeed, readMeta, readUser, untilBadgeIsRight, untilSynced, writeRows } from './support/stores';
import { toTopicRow } from './support/topic-row';
import { toWordedFeed } from './support/worded-feed';
import { startWorld, type World } from './support/world';

let world: World;
beforeAll(async () => {
  world = await startWorld({ feed: toWordedFeed() });
  await untilSynced(world);
  return () => world.close();
});

describe('deleting data in the options', () => {
  it('leaves nothing the user made, keeps the papers, and other pages show it by themselves', async () => {
    await writeRows(world, 'user', 'topics', [toTopicRow({ name: 'Glaciers', query: 'glaciers' })]);
    await writeRows(world, 'user', 'settings', [{ key: 'theme', value: 'dark' }]);
    const { papers } = await readFeed(world);
    const other = await world.browser.openPage('options.html#topics');
    await other.waitForSelector('textarea');
    const options = await world.browser.openPage('options.html#data');
    await options.waitForSelector('html[data-theme="dark"]');
    await pressText(options, 'Delete everything I made…');
    await options.waitForSelector('dialog[open] input');
    await options.type('dialog input', 'delete');
    await pressText(options, 'Delete all of it', 'dialog');
    await eventually(async () => (await options.$('dialog')) === null, { what: 'the end of the dialog' });
    expect(await readUser(world)).toEqual({ statuses: [], topics: [], settings: [], journal: [] });
    const feed = await readFeed(world);
    expect(feed.seen).toEqual([]);
    expect(feed.papers).toHaveLength(papers.length);
    await options.waitForSelector('html:not([data-theme])');
    await eventually(async () => (await other.$('textarea')) === null, { what: 'no topic in the other page' });
    // As after the install: without topics the new papers of the newest day.
    expect(Number(await untilBadgeIsRight(world))).toBeGreaterThan(0);
    await other.close();
    await options.close();
  });

  it('fetches the papers again after they were deleted, and keeps the topics', async () => {
    await writeRows(world, 'user', 'topics', [toTopicRow({ name: 'Glaciers', query: 'glaciers' })]);
    const { papers } = await readFeed(world);
    const deletedAt = Date.now();
    const options = await world.browser.openPage('options.html#data');
    await pressText(options, 'Delete the stored papers and fetch them again…');
    await clickOn(options, 'dialog[open] .button-solid');
    await untilSynced(world, { after: deletedAt });
    expect((await readFeed(world)).papers).toHaveLength(papers.length);
    expect((await readMeta(world)).schedule?.failure).toBeUndefined();
    expect((await readUser(world)).topics).toHaveLength(1);
    await untilBadgeIsRight(world);
    await options.close();
  });
});
