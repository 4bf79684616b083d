import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { openSection } from '../e2e/support/options-page';
import { useWorldWithBackground } from '../e2e/support/other-background';
import { pressText, untilPopup } from '../e2e/support/popup-page';
import { click, pressKey } from '../e2e/support/popup-steps';
import { readUser, untilBadgeIsRight, untilListed, untilSynced } from '../e2e/support/stores';
import { storeDays } from '../e2e/support/synced-world';
import { toFirstDays, type World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';
import { toTinyItem } from '../harness/tiny-feed';

const readBody = (page: Page) => page.$eval('body', (body) => body.textContent);

/** Waits until what the user made passes `is`. */
const untilMade = (
  world: World,
  what: string,
  is: (made: Awaited<ReturnType<typeof readUser>>) => boolean | undefined,
) => eventually(async () => is(await readUser(world)), { what });

/** A paper more in the feed; asked for by hand, it comes. */
async function expectReading(world: World, count: number, ask: () => Promise<void>): Promise<void> {
  world.standIn.feed.grow(world.today, [toTinyItem(world.today, count - 1)]);
  world.standIn.clearLog();
  await ask();
  await untilListed(world, world.today, count);
  expect(world.standIn.feedRequests(world.today)).toHaveLength(1);
}

describe('FAULTS 6: the background can’t be started', () => {
  it('leaves everything to the pages: reading, lists, marks, topics, settings, badge; they say so, and what to do', async () => {
    const world = await useWorldWithBackground(`throw new Error('This background is broken.');`);
    const popup = await world.browser.openPopupTab();
    await untilListed(world, world.today, 3);
    await storeDays(world, toFirstDays(world.today).slice(1));
    const [first, second] = (await untilPopup(popup, 'the list', ({ cards }) => cards.length === 3)).cards;
    await untilSynced(world);

    await popup.waitForSelector('.card-tools');
    for (const key of ['j', 's', 'x', 'j', 'l', 'd', 'z']) {
      const stored = JSON.stringify(await readUser(world));
      await pressKey(popup, key);
      // One after the other: what is not stored so far can't be taken back.
      if (key !== 'j') await untilMade(world, key, (made) => JSON.stringify(made) !== stored);
    }
    await untilMade(world, 'a star, a paper read, one for later, and a dismissal taken back', ({ statuses }) => {
      const [one, other] = [first, second].map((id) => statuses.find(({ paperId }) => paperId === id));
      return one?.starred?.value && one.read?.value && other?.later?.value && other.dismissed?.value === false;
    });
    await untilPopup(popup, 'the counts', ({ tabs }) => tabs.Later === 1 && tabs.Starred === 1);
    await click(popup, '[data-tab="starred"]');
    await untilPopup(popup, 'what is starred', ({ cards }) => cards.join() === first);
    await click(popup, '[data-tab="all"]');

    const options = await world.browser.openPage('options.html#topics/new');
    await options.waitForSelector('textarea');
    await options.type('textarea', 'paper');
    await untilMade(world, 'the topic', ({ topics }) => topics[0]?.query === 'paper');
    await options.type('textarea', ' -nothing');
    await untilMade(world, 'its edit', ({ topics }) => topics[0]?.query === 'paper -nothing');
    expect(await untilBadgeIsRight(world)).toMatch(/^[1-9]/);
    await pressText(options, 'Delete topic');
    await untilMade(world, 'its deletion', ({ topics }) => topics[0]?.deletedAt !== undefined);
    // Then the page goes to what is left, by itself.
    await options.waitForFunction(() => location.hash === '#topics');
    await openSection(options, 'appearance', 'input[value="dark"]');
    await click(options, 'input[value="dark"]');
    await untilMade(world, 'the setting', ({ settings }) => settings.some(({ value }) => value === 'dark'));

    await expectReading(world, 4, () => click(popup, '[aria-label="Read the feed now"]'));
    await untilPopup(popup, 'the paper that came', ({ cards }) => cards.length === 4);
    await openSection(options, 'schedule', '.feed-status');
    await expectReading(world, 5, () => pressText(options, 'Read again now'));
    expect(await untilBadgeIsRight(world)).toMatch(/^[1-9]/);

    for (const page of [popup, options])
      for (const words of ['Not updating by itself', 'does not answer', 'Restarting the browser usually helps'])
        await eventually(async () => (await readBody(page))?.includes(words), { what: words, timeoutMs: 60_000 });
  });
});
