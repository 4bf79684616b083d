import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '@/lib/core/days/day';
import { formatDayHeading, formatPaperDate } from '@/lib/core/days/format';
import { formatMonth, toMonth } from '@/lib/core/days/month';
import { type Status, toStoredStatus } from '@/lib/core/papers/status';
import { storeOldDays, toWeekday } from '../e2e/support/old-days';
import { pressText, untilPopup, untilText } from '../e2e/support/popup-page';
import { click } from '../e2e/support/popup-steps';
import { readFeed, readUser, untilBadgeIsRight, writeRows } from '../e2e/support/stores';
import { startSyncedWorld, storeDays } from '../e2e/support/synced-world';
import type { World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';
import { createTinyFeed } from '../harness/tiny-feed';

const PER_DAY = 7;

let world: World;
/** Too old with 90 days, all of them read long ago. */
let old: Day[];
/** As old, and picked a moment ago. */
let justRead: Day;
/** The last day that stays. */
let edge: Day;

beforeAll(async () => {
  const now = new Date().toISOString().slice(0, 10);
  world = await startSyncedWorld({ feed: createTinyFeed(addDays(now, -400), addDays(now, 2), PER_DAY) });
  const { today } = world;
  old = [toWeekday(addDays(today, -200)), toWeekday(addDays(today, -110)), addDays(today, -91)];
  justRead = toWeekday(addDays(today, -150));
  edge = addDays(today, -90);
  await storeOldDays(world, [...old, edge]);
  await storeDays(world, [justRead]);
  return () => world.close();
});

const readPapers = async () => (await readFeed(world)).papers.map(({ id }) => id).sort();
const readDays = async () => (await readFeed(world)).days.map(({ date }) => date).sort();

/** A page looks for papers that are too old within two seconds; nothing shows the end of a look that finds none. */
const LOOK_MS = 3_000;

async function openPopup(): Promise<Page> {
  const popup = await world.browser.openPopupTab();
  await popup.waitForSelector('.card-tools');
  return popup;
}

/** The words of a day in the calendar of the popup, which is left open. Later months first: it goes back only. */
async function readCalendar(popup: Page, day: Day): Promise<string> {
  if (!(await popup.$('.calendar-head'))) await click(popup, '.day-button');
  const month = formatMonth(toMonth(day));
  for (let months = 0; months < 12; months += 1) {
    await popup.waitForSelector('.calendar-head h3');
    if ((await popup.$eval('.calendar-head h3', (head) => head.textContent)) === month) break;
    await click(popup, '[aria-label="Earlier month"]');
  }
  const heading = formatDayHeading(day, world.today);
  // Drawn before its days are read it has names alone.
  const words = await eventually(
    () =>
      popup.$$eval(
        '.calendar-day',
        (days, heading) =>
          days.map((one) => one.getAttribute('aria-label') ?? '').find((words) => words.startsWith(`${heading}:`)),
        heading,
      ),
    { what: `${heading} in the calendar` },
  );
  return words.slice(heading.length + 2);
}

const chooseTab = (popup: Page, name: string) =>
  popup.$$eval(
    '[role="tab"]',
    (tabs, name) => (tabs.find((tab) => tab.textContent?.startsWith(name)) as HTMLElement).click(),
    name,
  );

/** One of each mark, and three papers without any that stands. */
function toStatuses(ids: readonly string[]): Status[] {
  const at = Date.now();
  const marks: Omit<Status, 'paperId'>[] = [
    { starred: { value: true, at } },
    { later: { value: true, at } },
    { note: { value: 'A note “of 2026” 𝔘', at } },
    { tags: { value: ['ml'], at } },
    { starred: { value: false, at }, read: { value: true, at } },
    { dismissed: { value: true, at } },
  ];
  return marks.map((mark, i) => ({ paperId: ids[i] ?? '', title: `Paper ${i}`, ...mark }));
}

describe('papers that get old', () => {
  let marked: string[];
  let before: string[];

  it('stay for ever where nothing else was chosen', async () => {
    const { papers } = await readFeed(world);
    const ids = papers.filter(({ dailyDate }) => dailyDate === old[1]).map(({ id }) => id);
    expect(ids).toHaveLength(PER_DAY);
    marked = ids.slice(0, 4);
    await writeRows(world, 'user', 'statuses', toStatuses(ids).map(toStoredStatus) as never[]);
    before = await readPapers();
    const popup = await openPopup();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    expect(await readPapers()).toEqual(before);
    expect(await readDays()).toEqual(expect.arrayContaining([...old, justRead, edge]));
    expect(await readCalendar(popup, old[1] ?? '')).toMatch(/^7 papers/);
    await popup.close();
  });

  it('are gone with “90 days” once that is confirmed, all but the marked and the just read, and the options say so', async () => {
    const { statuses } = await readUser(world);
    const gone = (await readFeed(world)).papers
      .filter(({ id, dailyDate }) => old.includes(dailyDate) && !marked.includes(id))
      .map(({ id }) => id);
    const options = await world.browser.openPage('options.html#data');
    await options.waitForSelector('select:has(option[value="730"])');
    await options.select('select:has(option[value="730"])', '90');
    await untilText(options, `${gone.length} papers older than`);
    expect(await readPapers()).toEqual(before);
    await pressText(options, 'Delete them');
    const until = formatPaperDate(addDays(world.today, -91), world.today);
    await untilText(options, `: ${gone.length} papers up to ${until}, for their age.`);
    expect(await readPapers()).toEqual(before.filter((id) => !gone.includes(id)));
    const { days, listings } = await readFeed(world);
    for (const day of old) {
      expect(days.filter(({ date }) => date === day)).toEqual([]);
      expect(listings.filter(({ date }) => date === day)).toEqual([]);
    }
    expect(days.map(({ date }) => date)).toEqual(expect.arrayContaining([justRead, edge]));
    expect((await readUser(world)).statuses).toEqual(statuses);
    await options.close();
  });

  it('are gone at the next opening on the day they get too old; the popup shows what stayed and what did not', async () => {
    const aged = toWeekday(addDays(world.today, -95));
    await storeOldDays(world, [aged]);
    const [kept, ...plain] = (await readFeed(world)).papers
      .filter(({ dailyDate }) => dailyDate === aged)
      .map(({ id }) => id);
    const star: Status = { paperId: kept ?? '', title: 'Kept', starred: { value: true, at: Date.now() } };
    await writeRows(world, 'user', 'statuses', [toStoredStatus(star) as never]);
    const popup = await openPopup();
    await eventually(async () => !(await readDays()).includes(aged), { what: 'the end of the aged day' });
    const left = await readPapers();
    expect(left).toContain(kept);
    for (const id of plain) expect(left).not.toContain(id);
    const options = await world.browser.openPage('options.html#data');
    await untilText(options, `: ${plain.length} papers up to ${formatPaperDate(aged, world.today)}, for their age.`);
    await options.close();

    await popup.bringToFront();
    await untilPopup(popup, 'two stars', ({ tabs }) => tabs.Starred === 2);
    await chooseTab(popup, 'Starred');
    const starred = await untilPopup(popup, 'the starred papers', ({ cards }) => cards.length === 2);
    expect([...starred.cards].sort()).toEqual([marked[0], kept].sort());
    // With all that is known of them, not the title alone.
    expect(starred.all).toContain('What paper 0 found.');
    expect(await readCalendar(popup, aged)).toBe('not read yet');
    expect(await readCalendar(popup, old[1] ?? '')).toBe('not read yet');
    expect(await readCalendar(popup, justRead)).toMatch(/^7 papers/);
    await popup.close();
    await untilBadgeIsRight(world);
  });

  it('come back when their day is picked, and are not new', async () => {
    const [day = ''] = old;
    const badge = await untilBadgeIsRight(world);
    const popup = await openPopup();
    // It begins where the last one was left.
    await chooseTab(popup, 'All');
    const { tabs } = await untilPopup(popup, 'counted tabs', ({ tabs }) => tabs.New !== undefined);
    await readCalendar(popup, day);
    await popup.$$eval(
      '.calendar-day',
      (days, heading) =>
        (days.find((one) => one.getAttribute('aria-label')?.startsWith(`${heading}:`)) as HTMLElement).click(),
      formatDayHeading(day, world.today),
    );
    const back = await untilPopup(popup, 'its papers', ({ cards }) => cards.length === PER_DAY);
    expect(back.heading).toBe(formatDayHeading(day, world.today));
    expect(back.tabs.New).toBe(tabs.New);
    expect(await untilBadgeIsRight(world)).toBe(badge);
    await popup.close();
  });
});
