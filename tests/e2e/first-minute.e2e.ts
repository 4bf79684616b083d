import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, isWeekend } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import { eventually } from '../harness/browsers/extension-browser';
import { clickOn, press, pressText, readPopupText, untilPopup } from './support/popup-page';
import { readFeed, readMeta, readUser, untilBadgeIsRight, untilListed, untilSynced } from './support/stores';
import { SUBJECTS, toWordedFeed } from './support/worded-feed';
import { startWorld, toFirstDays, toPaperDays, type World } from './support/world';

const PER_DAY = SUBJECTS.length;

let world: World;
beforeAll(async () => {
  world = await startWorld({ feed: toWordedFeed() });
  return () => world.close();
});

describe('the first minute', () => {
  it('begins to sync at install, without a click, and shows a list after the first answer', async () => {
    await untilListed(world, world.today, PER_DAY);
    const popup = await world.browser.openPopupTab();
    const shown = await untilPopup(popup, 'the first list', ({ cards }) => cards.length === PER_DAY);
    expect(shown.heading).toBe(formatDayHeading(world.today, world.today));
    expect((await readMeta(world)).schedule?.lastSuccessAt).toBeUndefined();
    await popup.close();
    await untilSynced(world);
    expect(world.standIn.feedRequests().map((request) => request.query.date)).toEqual(toFirstDays(world.today));
    const { papers } = await readFeed(world);
    expect(papers).toHaveLength(PER_DAY * toPaperDays(world.today).length);
  });

  it('shows on the badge what a recount gives: without topics the new papers of the newest day', async () => {
    const number = Number(await untilBadgeIsRight(world));
    const { listings, seen } = await readFeed(world);
    const shown = new Set(seen.map((row) => row.paperId));
    const ofToday = listings.filter((row) => row.date === world.today && !shown.has(row.paperId));
    expect(number).toBe(ofToday.length);
    expect((await world.browser.readBadge()).title).toContain('Daily Papers');
  });

  it('counts the matches of a topic that is written in the options', async () => {
    const options = await world.browser.openOptions();
    await pressText(options, '+ New topic');
    await options.waitForSelector('textarea');
    await options.type('textarea', 'robots OR speech');
    await eventually(async () => (await readUser(world)).topics[0]?.query === 'robots OR speech', {
      what: 'the topic',
    });
    const number = Number(await untilBadgeIsRight(world));
    // Two a day, less those of today that were in sight when the list was looked at.
    expect(number).toBeGreaterThanOrEqual(2 * (toPaperDays(world.today).length - 1));
    expect((await world.browser.readBadge()).title).toContain(`${number} new matches`);
    await options.close();
  });

  it('takes cards that were in sight for a second off the badge, and leaves them on the New tab', async () => {
    const before = Number(await untilBadgeIsRight(world));
    const popup = await world.browser.openPopupTab();
    const first = await untilPopup(popup, 'the counted tabs', ({ tabs }) => tabs.New === before);
    await clickOn(popup, '[data-tab="new"]');
    await untilPopup(popup, 'the new matches', ({ cards }) => cards.length === before);
    await eventually(async () => Number(await untilBadgeIsRight(world)) < before, { what: 'a smaller number' });
    const later = await readPopupText(popup);
    expect(later.tabs.New).toBe(first.tabs.New);
    expect(later.cards).toHaveLength(before);
    await popup.close();

    const again = await world.browser.openPopupTab();
    const { tabs } = await untilPopup(again, 'the counted tabs', (text) => text.tabs.New !== undefined);
    expect(tabs.New).toBeLessThan(before);
    // What was not in sight is still new: the list is longer than the popup.
    expect(tabs.New).toBeGreaterThan(0);
    await again.close();
  });

  it('leads to the days before and after, and says why a weekend is empty', async () => {
    const popup = await world.browser.openPopupTab();
    await untilPopup(popup, 'the first list', ({ cards }) => cards.length > 0);
    const sunday = toFirstDays(world.today).find((day) => day !== world.today && isWeekend(day)) ?? '';
    for (let day = addDays(world.today, -1); day >= sunday; day = addDays(day, -1)) {
      await press(popup, 'Earlier day');
      await untilPopup(popup, day, ({ heading }) => heading === formatDayHeading(day, world.today));
    }
    const weekday = formatDayHeading(sunday, world.today).split(',')[0] ?? '';
    const earlier = toPaperDays(world.today).find((day) => day < sunday) ?? '';
    const reason = `${weekday}: the feed rests on weekends. Showing ${formatDayHeading(earlier, world.today)}`;
    const shown = await untilPopup(popup, 'the reason', ({ all }) => all.includes(reason));
    expect(shown.cards).toHaveLength(PER_DAY);
    await press(popup, 'Later day');
    const next = formatDayHeading(addDays(sunday, 1), world.today);
    await untilPopup(popup, 'the day after', ({ heading }) => heading === next);
    await popup.close();
  });

  it('reads the feed again when the button is pressed', async () => {
    const popup = await world.browser.openPopupTab();
    await untilPopup(popup, 'the state of the feed', ({ note }) => note.includes('read') || note.includes('Read'));
    world.standIn.clearLog();
    const pressedAt = Date.now();
    await press(popup, 'Read the feed now');
    await untilSynced(world, { after: pressedAt });
    expect(world.standIn.feedRequests()[0]).toMatchObject({ query: { date: world.today } });
    await popup.close();
  });

  it('marks a paper read, repaints the badge and only then opens its page', async () => {
    const popup = await world.browser.openPopupTab();
    const { cards } = await untilPopup(popup, 'the list', (text) => text.cards.length > 0);
    const id = cards[0] ?? '';
    await clickOn(popup, `[data-paper="${id}"] .card-title button`);
    const opened = new Promise<void>((resolve) => world.browser.browser.once('targetcreated', () => resolve()));
    await clickOn(popup, `[data-paper="${id}"] .card-links a`);
    await opened;
    const { statuses } = await readUser(world);
    expect(statuses.find((status) => status.paperId === id)?.read?.value).toBe(true);
    await untilBadgeIsRight(world);
    await popup.close();
  });

  it('shows the ledger of days in the options', async () => {
    const options = await world.browser.openPage('options.html#schedule');
    const rows = await eventually(
      () =>
        options.evaluate(() => {
          const found = [...document.querySelectorAll('.ledger tbody tr')];
          const read = found.filter((row) => row.children[2]?.textContent !== '');
          return read.length > 0 && found.map((row) => [...row.children].map((cell) => cell.textContent));
        }),
      { what: 'the ledger' },
    );
    expect(rows).toHaveLength(15);
    expect(rows[0]?.[2]).toBe(String(PER_DAY));
    expect(rows.filter((row) => row[1] === 'A day of rest').length).toBeGreaterThanOrEqual(3);
    await options.close();
  });
});
