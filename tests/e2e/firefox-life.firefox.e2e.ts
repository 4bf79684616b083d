import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { press, pressText, untilPopup } from './support/popup-page';
import { readFeed, readMeta, readUser, untilBadgeIsRight, untilListed } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { SUBJECTS, toWordedFeed } from './support/worded-feed';
import { toPaperDays, type World } from './support/world';

/** In order: each test goes on where the one before it stopped, as a user's first hour does. */
let world: World;
beforeAll(async () => {
  world = await startSyncedWorld({ feed: toWordedFeed() });
  return () => world.close();
});

describe('an hour in Firefox', () => {
  it('syncs after the install and shows the number on the badge', async () => {
    await untilListed(world, world.today, SUBJECTS.length);
    expect(await untilBadgeIsRight(world)).toBe(String(SUBJECTS.length));
    expect((await readFeed(world)).papers).toHaveLength(SUBJECTS.length * toPaperDays(world.today).length);
  });

  it('counts a new topic on the badge', async () => {
    const options = await world.browser.openPage('options.html#topics/new');
    await options.waitForSelector('textarea');
    await options.type('textarea', 'glaciers');
    await eventually(async () => (await readUser(world)).topics[0]?.query === 'glaciers', { what: 'the topic' });
    expect(await untilBadgeIsRight(world)).toBe(String(toPaperDays(world.today).length));
    await options.close();
  });

  it('shows the list in the panel under the toolbar button', async () => {
    const panel = await world.browser.readPopup('diffusion');
    expect(panel).toMatchObject({ width: 400, height: 600 });
  });

  it('takes a card that was seen off the badge', async () => {
    const before = Number(await untilBadgeIsRight(world));
    const popup = await world.browser.openPopupTab();
    await untilPopup(popup, 'the list', ({ cards }) => cards.length === SUBJECTS.length);
    // Today's match is the seventh of eight cards.
    await popup.evaluate(() => document.querySelector('#papers')?.scrollTo(0, 100_000));
    await eventually(async () => Number(await untilBadgeIsRight(world)) === before - 1, { what: 'one less' });
    await popup.close();
  });

  it('says that the permission is gone, keeps papers and number, and reads on when it is given back', async () => {
    const number = await untilBadgeIsRight(world);
    const { papers } = await readFeed(world);
    await world.browser.setFeedAccess(false);
    const popup = await world.browser.openPopupTab();
    await untilPopup(popup, 'the reason', ({ note }) => note.includes('Not allowed to read huggingface.co'));
    world.standIn.clearLog();
    await press(popup, 'Read the feed now');
    await eventually(async () => (await readMeta(world)).schedule?.failure?.kind === 'no-permission', {
      what: 'the failure',
    });
    expect(world.standIn.feedRequests()).toEqual([]);
    expect((await world.browser.readBadge()).text).toBe(number);
    expect((await readFeed(world)).papers).toHaveLength(papers.length);
    await pressText(popup, 'Allow');
    await eventually(() => world.standIn.feedRequests(world.today).length > 0, { what: 'a request' });
    await untilPopup(popup, 'the recovery', ({ note }) => /^Read |^Reading/.test(note));
    await eventually(async () => (await readMeta(world)).schedule?.failure === undefined, { what: 'no failure' });
    await popup.close();
  });

  it('shows the same number after a restart of the browser, and wakes up to the next sync', async () => {
    const number = await untilBadgeIsRight(world);
    await world.restart();
    expect(await untilBadgeIsRight(world)).toBe(number);
    const { schedule } = await readMeta(world);
    const alarm = await eventually(async () => (await world.browser.readAlarms()).find(({ name }) => name === 'sync'), {
      what: 'the alarm',
    });
    expect(Math.abs(alarm.scheduledTime - (schedule?.nextDueAt ?? 0))).toBeLessThan(2_000);
    expect((await readUser(world)).topics).toHaveLength(1);
  });
});
