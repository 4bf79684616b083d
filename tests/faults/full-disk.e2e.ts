import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '@/lib/core/days/day';
import { toStoredStatus } from '@/lib/core/papers/status';
import { askSync, syncNow } from '../e2e/support/ask';
import { type Disk, setDisk, toDiskBuild } from '../e2e/support/full-disk';
import { expectCopied, readCopyItems, readMade, startMadeWorld } from '../e2e/support/made-world';
import { storeOldDays, toWeekday } from '../e2e/support/old-days';
import { openSection } from '../e2e/support/options-page';
import { press, untilPopup, untilText } from '../e2e/support/popup-page';
import { click, pressKey } from '../e2e/support/popup-steps';
import { readFeed, readMeta, readUser, untilBadgeIsRight, writeRows } from '../e2e/support/stores';
import { BROWSER, type World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';
import { createTinyFeed, toTinyItem } from '../harness/tiny-feed';

/** Firefox refuses the request; Chromium lets it succeed and refuses the transaction. */
const HOWS = BROWSER === 'chromium' ? (['throws', 'aborts'] as const) : (['throws'] as const);
/** The last: the row itself finds a place, its way back does not. */
const USER_DISKS: readonly Disk[] = [...HOWS.map((how) => ({ how })), { how: 'throws', stores: ['journal', 'outbox'] }];
const PAPER_DISKS: readonly Disk[] = [
  { how: 'throws', stores: ['papers', 'listings'] },
  { how: HOWS.at(-1) ?? 'throws' },
];

let world: World;
const atEnd: (() => void)[] = [];
beforeAll(async () => {
  const now = new Date().toISOString().slice(0, 10);
  const tiny = createTinyFeed(addDays(now, -400), addDays(now, 2));
  const items = [0, 1, 2, 3].map((index) => toTinyItem(now, index));
  world = await startMadeWorld({
    feed: { read: (day) => (day === now ? items : tiny.read(day)), days: (until) => [...tiny.days(until), now] },
    launch: { extension: toDiskBuild((work) => atEnd.push(work)) },
  });
  // Nothing is stored by itself for a card that is looked at: what fails here is what the user did.
  await writeRows(world, 'user', 'settings', [{ key: 'clearNewBy', value: 'hand', at: Date.now() }]);
});
// One that failed leaves the disk full, its pages open and papers that were not read: the next would fail of that.
afterEach(async () => {
  await setDisk(world);
  const control = await world.browser.controlPage();
  const left = (await world.browser.browser.pages()).filter((page) => page !== control);
  await Promise.all(left.map((page) => page.close()));
  await syncNow(world);
});
afterAll(async () => {
  await world.close();
  for (const work of atEnd) work();
});

/** Everything the user made, with the way back of it and what the copy is behind in; and the copy. */
async function readAll() {
  const { browser } = world;
  const [user, outbox, copy] = [
    await readUser(world),
    await browser.readStore('daily-papers-user', 'outbox'),
    await readCopyItems(world),
  ];
  return { ...user, outbox, copy };
}

async function openPopup(): Promise<Page> {
  const popup = await world.browser.openPopupTab();
  await untilPopup(popup, 'the list', ({ cards }) => cards.length >= 3);
  await popup.waitForSelector('.card-tools');
  return popup;
}

const readStar = (popup: Page, id: string) =>
  popup.$eval(`[data-paper="${id}"] [aria-label="Star"]`, (button) => button.getAttribute('aria-pressed'));
/** The last of the cards that have none: whichever of them a test before this one has marked. */
const findUnstarred = (popup: Page) =>
  popup.$$eval('[data-paper]', (cards) => {
    const plain = cards.filter((card) => card.querySelector('[aria-label="Star"][aria-pressed="false"]'));
    return plain.at(-1)?.getAttribute('data-paper') ?? '';
  });
const isChecked = (page: Page, selector: string) =>
  page.$eval(selector, (input) => (input as HTMLInputElement).checked);
const readValue = (page: Page, selector: string) => page.$eval(selector, (field) => (field as HTMLInputElement).value);

const BADGE_SWITCH = 'input[role="switch"]';
const AGE = 'select:has(option[value="730"])';

describe('FAULTS 25: the disk is full', () => {
  for (const disk of USER_DISKS) {
    it(`and what the user does ${toWords(disk)}: nothing is lost or half done, each place says so and shows what is stored`, async () => {
      const popup = await openPopup();
      const id = await findUnstarred(popup);
      const options = await world.browser.openPage('options.html#appearance');
      await click(options, 'input[value="dark"]');
      await options.waitForSelector('html[data-theme="dark"]');
      await expectCopied(world);
      const before = await readAll();
      const [topic] = before.topics;
      await setDisk(world, disk);

      await pressKey(popup, 's', id);
      const { all } = await untilPopup(popup, 'why', ({ note }) => note.includes('That could not be done or stored'));
      expect(all).not.toContain('Starred “');
      expect(await popup.$eval('.feed-words', (words) => words.getAttribute('title'))).toContain('QuotaExceeded');
      expect(await readStar(popup, id)).toBe('false');

      await click(options, 'input[value="light"]');
      await untilText(options, 'That could not be saved (');
      await eventually(() => isChecked(options, 'input[value="dark"]'), { what: 'the stored theme' });
      expect(await options.$('html[data-theme="dark"]')).not.toBeNull();
      await openSection(options, 'data', AGE);
      await options.select(AGE, '90');
      await eventually(async () => (await readValue(options, AGE)) === '0', { what: 'the stored age' });
      await openSection(options, `topics/${topic?.id}`, 'textarea');
      const isOn = await isChecked(options, BADGE_SWITCH);
      await click(options, BADGE_SWITCH);
      await eventually(async () => (await isChecked(options, BADGE_SWITCH)) === isOn, { what: 'the stored switch' });
      await options.bringToFront();
      await options.focus('textarea');
      await options.keyboard.press('End');
      await options.keyboard.type(' OR more');
      await untilText(options, 'Could not be saved. The text is kept here');
      expect(await readAll()).toEqual(before);
      await untilBadgeIsRight(world);

      await setDisk(world);
      await options.keyboard.press('Tab');
      await eventually(async () => (await readUser(world)).topics[0]?.query === `${topic?.query} OR more`, {
        what: 'the text that was kept',
      });
      await openSection(options, 'appearance', 'input[value="light"]');
      await click(options, 'input[value="light"]');
      await options.waitForSelector('html[data-theme="light"]');
      await pressKey(popup, 's', id);
      await untilPopup(popup, 'the star', ({ all, note }) => all.includes('Starred “') && !note.includes('stored'));
      expect(await readStar(popup, id)).toBe('true');
      await expectCopied(world);
      // As before, for the other way of refusing.
      await pressKey(popup, 's', id);
      await click(options, 'input[value="dark"]');
      await options.waitForSelector('html[data-theme="dark"]');
      await Promise.all([popup.close(), options.close()]);
    });
  }

  it('only for the second copy: a click commits all the same, the options say so, and the next page brings it up to date', async () => {
    const popup = await openPopup();
    await expectCopied(world);
    const before = await readAll();
    const id = await findUnstarred(popup);
    await setDisk(world, { local: true });
    await pressKey(popup, 's', id);
    const { note } = await untilPopup(popup, 'the star', ({ all }) => all.includes('Starred “'));
    expect(note).not.toContain('stored');
    expect((await readUser(world)).statuses.find(({ paperId }) => paperId === id)?.starred?.value).toBe(true);
    await popup.close();
    const again = await openPopup();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const after = await readAll();
    expect(after.copy).toEqual(before.copy);
    expect(after.outbox.length).toBeGreaterThan(before.outbox.length);
    await again.close();
    const options = await world.browser.openPage('options.html#data');
    await untilText(options, 'The second copy of what you made can’t be written (');
    await options.close();
    await setDisk(world);
    const page = await openPopup();
    await expectCopied(world);
    await page.close();
  });

  for (const how of HOWS) {
    it(`and a reading ${toWords({ how })}: stored papers stay, nothing is asked for in vain, the popup and the options say so`, async () => {
      const popup = await openPopup();
      await expectCopied(world);
      const [user, feed] = [await readAll(), await readFeed(world)];
      const paper = toTinyItem(world.today, how === 'throws' ? 7 : 8);
      world.standIn.feed.grow(world.today, [paper]);
      world.standIn.clearLog();
      await setDisk(world, { how });
      await press(popup, 'Read the feed now');
      const { cards } = await untilPopup(popup, 'why', ({ note }) =>
        note.includes('The browser could not store the papers'),
      );
      expect(cards).toEqual(feed.listings.filter(({ date }) => date === world.today).map(({ paperId }) => paperId));
      const options = await world.browser.openPage('options.html#schedule');
      await options.waitForSelector('.feed-ask button');
      await options.bringToFront();
      await options.evaluate(() =>
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Read again now')?.click(),
      );
      await untilText(options, 'The browser could not store the papers');
      await untilText(options, 'Free some disk space');
      await options.close();
      expect(world.standIn.feedRequests()).toEqual([]);
      expect(await readFeed(world)).toEqual(feed);
      expect(await readAll()).toEqual(user);

      await setDisk(world);
      await press(popup, 'Read the feed now');
      await untilPopup(popup, 'the new paper', ({ cards }) => cards.length === feedSize(feed) + 1);
      await untilPopup(popup, 'calm', ({ note }) => note.startsWith('Read just now'));
      expect((await readMeta(world)).schedule?.failure).toBeUndefined();
      await popup.close();
    });
  }

  for (const disk of PAPER_DISKS) {
    it(`and the papers ${toWords(disk)}: old ones make room, never what is marked or made, and popup and options say so`, async () => {
      const days = [200, 160, 130, 100].map((age) => toWeekday(addDays(world.today, -age)));
      await storeOldDays(world, days);
      const papersOf = async (day?: Day) => (await readFeed(world)).papers.filter(({ dailyDate }) => dailyDate === day);
      const marked = (await papersOf(days[0]))[disk.stores ? 0 : 1];
      const star = { paperId: marked?.id ?? '', title: marked?.title ?? '', starred: { value: true, at: Date.now() } };
      await writeRows(world, 'user', 'statuses', [toStoredStatus(star) as never]);
      const before = await openPopup();
      await expectCopied(world);
      const [user, feed] = [await readMade(world), await readFeed(world)];
      world.standIn.feed.grow(world.today, [toTinyItem(world.today, disk.stores ? 9 : 10)]);
      await setDisk(world, { ...disk, freedByPapers: true });

      if (disk.stores) {
        // By the background alone, while no page is open.
        await before.close();
        const reply = await syncNow(world);
        expect(reply).toMatchObject({ kind: 'finished' });
        expect(reply).not.toHaveProperty('failure');
        expect(feedSize(await readFeed(world))).toBe(feedSize(feed) + 1);
        expect(await readMade(world)).toEqual(user);
      } else await press(before, 'Read the feed now');
      const popup = disk.stores ? await openPopup() : before;
      const options = await world.browser.openPage('options.html#data');
      await untilText(options, 'to make room, since the disk was full.');
      await untilPopup(popup, 'the new paper', ({ cards }) => cards.length === feedSize(feed) + 1);
      await untilPopup(popup, 'calm', ({ note }) => note.startsWith('Read just now'));
      await untilPopup(popup, 'what went', ({ all }) => all.includes('nothing you made or marked was.'));
      const { papers, days: ledger } = await readFeed(world);
      const gone = feed.papers.filter(({ id }) => !papers.some((paper) => paper.id === id));
      expect(new Set(gone.map(({ dailyDate }) => dailyDate))).toEqual(new Set(days.slice(0, 2)));
      expect(papers).toContainEqual(marked);
      expect(ledger.map(({ date }) => date)).toEqual(expect.arrayContaining(days.slice(2)));
      expect(await readMade(world)).toEqual(user);
      expect(await askSync(world)).not.toHaveProperty('failure');
      await Promise.all([popup.close(), options.close()]);
    });
  }
});

/** How a write fails, in words. */
function toWords({ how, stores }: Disk): string {
  const when = how === 'throws' ? 'is refused at once' : 'is refused at its end';
  return stores ? `${when} by ${stores.join(' and ')}` : when;
}

/** How many papers today has. */
function feedSize({ listings }: Awaited<ReturnType<typeof readFeed>>): number {
  return listings.filter(({ date }) => date === world.today).length;
}
