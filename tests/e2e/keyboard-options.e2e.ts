import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { expectFocus, expectReadableStops, readFocus, tabTo, use } from './support/keyboard';
import { readUser } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { countWelcome } from './support/welcome-tabs';
import { toWordedFeed } from './support/worded-feed';
import type { World } from './support/world';

let world: World;
beforeAll(async () => {
  world = await startSyncedWorld({ feed: toWordedFeed() });
  return () => world.close();
});

async function open(path: string, selector: string): Promise<Page> {
  const page = await world.browser.openPage(path);
  await page.bringToFront();
  await page.waitForSelector(selector);
  return page;
}

const readTopics = async () => (await readUser(world)).topics.filter((topic) => topic.deletedAt === undefined);
const untilTopics = (count: number) =>
  eventually(async () => (await readTopics()).length === count, { what: `${count} topics` });

describe('the welcome page without a mouse', () => {
  it('is walked in reading order, and a topic is picked and left out by the space bar', async () => {
    const page = await open('welcome.html', '.pick input');
    const stops = await expectReadableStops(page);
    expect(stops.filter(({ role }) => role === 'checkbox').length).toBeGreaterThan(20);
    expect(stops.at(-1)?.name).toBe('Skip');
    await use(page, /^Tool use/, ' ');
    await untilTopics(1);
    expect((await expectFocus(page, 'a pick')).name).toMatch(/^Tool use/);
    await page.keyboard.press(' ');
    await untilTopics(0);
    await expectFocus(page, 'taking it back');
    // The tab can be gone before the key is let go.
    await use(page, 'Skip').catch(() => undefined);
    await eventually(async () => (await countWelcome(world)) === 0, { what: 'the end of the page' });
  });
});

describe('the options without a mouse', () => {
  it('leads to each section by its link, and every stop there says what it is', async () => {
    const page = await open('options.html#topics', 'h1');
    const sections = await page.$$eval('nav a', (links) => links.map((link) => link.textContent ?? ''));
    expect(sections.length).toBeGreaterThan(5);
    for (const section of sections) {
      await use(page, section);
      await page.waitForFunction(
        (section) => document.querySelector('[aria-current="page"]')?.textContent === section,
        {},
        section,
      );
      expect((await expectFocus(page, section)).name).toBe(section);
      expect((await expectReadableStops(page)).length).toBeGreaterThanOrEqual(sections.length);
    }
    await page.close();
  });

  it('writes a topic, changes it, moves it, deletes it and brings it back', async () => {
    const page = await open('options.html#topics', 'h1');
    await use(page, '+ New topic');
    await page.waitForSelector('textarea:focus');
    await page.keyboard.type('robots');
    await untilTopics(1);
    await expectFocus(page, 'the topic was stored');
    await use(page, /Count on the badge/, ' ');
    await eventually(async () => (await readTopics())[0]?.badge === false, { what: 'the switch' });
    await use(page, '+ New topic');
    await page.waitForSelector('textarea:focus');
    await page.keyboard.type('speech');
    await untilTopics(2);
    await use(page, 'Move “Speech” up');
    await eventually(async () => (await readTopics()).sort((a, b) => a.position - b.position)[0]?.query === 'speech', {
      what: 'the other order',
    });
    await expectFocus(page, 'moving it up');
    await use(page, 'Delete topic');
    await untilTopics(1);
    await eventually(() => readFocus(page), { what: 'a focus after the deletion' });
    await use(page, 'Undo');
    await untilTopics(2);
    await eventually(() => readFocus(page), { what: 'a focus after Undo' });
    await page.close();
  });

  it('completes a field by the arrows, and Esc closes only the suggestions', async () => {
    const page = await open('options.html#topics/new', 'textarea');
    await page.waitForSelector('textarea:focus');
    await page.keyboard.type('tit');
    await page.waitForSelector('[role="option"]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role="option"]', { hidden: true });
    expect((await expectFocus(page, 'Esc')).name).toBe('Matches papers that contain');
    await page.keyboard.type(' aut');
    await page.waitForSelector('[role="option"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('author:'));
    await expectFocus(page, 'a suggestion was taken');
    await page.close();
  });

  it('adds a ready-made topic in the dialog, and Esc leads back to the button', async () => {
    const page = await open('options.html#topics', 'h1');
    const before = (await readTopics()).length;
    await use(page, 'Pick from examples…');
    await page.waitForSelector('dialog[open]');
    await use(page, 'Add Tool use');
    await untilTopics(before + 1);
    await expectFocus(page, 'adding it');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { hidden: true });
    expect((await expectFocus(page, 'Esc')).name).toBe('Pick from examples…');
    await page.close();
  });

  it('reads the feed and a day, and chooses how often and how it looks', async () => {
    const page = await open('options.html#schedule', 'select');
    world.standIn.clearLog();
    await use(page, 'Read again now');
    await eventually(() => world.standIn.feedRequests().length > 0, { what: 'a request' });
    await expectFocus(page, 'reading again');
    await tabTo(page, 'Read the feed');
    await page.keyboard.press('ArrowDown');
    await eventually(async () => (await readUser(world)).settings.length > 0, { what: 'the interval' });
    await use(page, 'Appearance');
    await page.waitForSelector('input[type="radio"]');
    await tabTo(page, /^As the system/);
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('html[data-theme="light"]');
    expect((await expectFocus(page, 'choosing')).name).toMatch(/^Light/);
    await page.close();
  });
});
