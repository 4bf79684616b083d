import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { clickOn, pressText } from './support/popup-page';
import { readFeed, readUser, untilBadgeIsRight, untilSynced } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { countWelcome } from './support/welcome-tabs';
import { toSubjectFeed } from './support/worded-feed';
import { startWorld, toPaperDays, type World } from './support/world';

/** In order, as a new user's first minutes: each test goes on where the one before it stopped. */
let world: World;
beforeAll(async () => {
  // Two papers a day that two of the ready-made topics catch, one that none does.
  const feed = toSubjectFeed(['an LLM agent', 'speech recognition', 'poetry']);
  world = await startWorld({ feed, launch: { keepWelcome: true } });
  return () => world.close();
});

function findWelcome({ browser }: World): Promise<Page> {
  const find = async () =>
    (await browser.browser.pages()).find((page) => page.url() === `${browser.baseUrl}welcome.html`);
  return eventually(find, { what: 'the page' });
}

const readBar = (page: Page) => page.$eval('.badge-bar', (bar) => bar.textContent ?? '');
const readPick = (page: Page, name: string) =>
  page.evaluate(
    (name) => [...document.querySelectorAll('.pick')].find((pick) => pick.textContent?.startsWith(name))?.textContent,
    name,
  );
const tick = (page: Page, name: string) => clickOn(page, `::-p-xpath(//label[contains(., "${name}")]//input)`);

describe('the welcome page', () => {
  it('opens once at install, beside a sync that does not wait for it', async () => {
    await findWelcome(world);
    await untilSynced(world);
    expect(await countWelcome(world)).toBe(1);
  });

  it('counts what the ready-made topics would have caught among the papers that have come', async () => {
    const page = await findWelcome(world);
    const days = toPaperDays(world.today).length;
    const { papers } = await readFeed(world);
    const words = `Language agents${days} of ${papers.length} papers`;
    await eventually(async () => (await readPick(page, 'Language agents')) === words, { what: words });
  });

  it('makes topics of two picks at once; the number it shows is the number on the icon', async () => {
    const page = await findWelcome(world);
    await page.bringToFront();
    await tick(page, 'Language agents');
    await tick(page, 'Speech and audio');
    await eventually(async () => (await readUser(world)).topics.length === 2, { what: 'two topics' });
    const number = await untilBadgeIsRight(world);
    expect(number).toBe(String(2 * toPaperDays(world.today).length));
    await eventually(
      async () => (await readBar(page)).includes(`${number} new papers of the last 14 days match your 2 topics.`),
      {
        what: 'the number',
      },
    );
  });

  it('keeps the picks when it is opened again, and switches one off that is let go', async () => {
    const again = await world.browser.openPage('welcome.html');
    await eventually(async () => (await again.$$('.pick input:checked')).length === 2, { what: 'the picks' });
    await tick(again, 'Speech and audio');
    const followed = async () => (await readUser(world)).topics.filter((topic) => topic.enabled);
    await eventually(async () => (await followed()).length === 1, { what: 'one topic that is on' });
    // The page that made it was another: this one deletes nothing.
    expect((await readUser(world)).topics.filter((topic) => topic.deletedAt === undefined)).toHaveLength(2);
    expect(await untilBadgeIsRight(world)).toBe(String(toPaperDays(world.today).length));
    await again.close();
  });

  it('closes its tab when it is left', async () => {
    const page = await findWelcome(world);
    await page.bringToFront();
    await pressText(page, 'Done');
    await eventually(async () => (await countWelcome(world)) === 0, { what: 'no page' });
  });

  it('does not open when the browser starts again', async () => {
    await world.restart();
    await untilBadgeIsRight(world);
    // As long as it took at install, many times over.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(await countWelcome(world)).toBe(0);
  });

  it('can be skipped: nothing is picked, and the icon counts the newest day', async () => {
    const other = await startSyncedWorld({ launch: { keepWelcome: true } });
    try {
      const page = await findWelcome(other);
      expect(await countWelcome(other)).toBe(1);
      await page.bringToFront();
      await pressText(page, 'Skip');
      await eventually(async () => (await countWelcome(other)) === 0, { what: 'the end of the page' });
      expect((await readUser(other)).topics).toEqual([]);
      expect(Number(await untilBadgeIsRight(other))).toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  });
});
