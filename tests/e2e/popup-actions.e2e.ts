import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatDayHeading } from '@/lib/core/days/format';
import { eventually } from '../harness/browsers/extension-browser';
import { untilPopup } from './support/popup-page';
import { readMeta, readUser, untilBadgeIsRight, untilListed } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { SUBJECTS, toWordedFeed } from './support/worded-feed';
import { toPaperDays, type World } from './support/world';

const PER_DAY = SUBJECTS.length;

let world: World;
beforeAll(async () => {
  world = await startSyncedWorld({ feed: toWordedFeed() });
  return () => world.close();
});

/** Presses keys one after the other; no mouse is used in this file. */
async function keys(page: Page, ...pressed: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-paper]')?.getAttribute('data-paper') ?? '');
const said = (page: Page) => page.evaluate(() => document.querySelector('.popup-done')?.textContent ?? '');
const untilSaid = (page: Page, words: string) =>
  eventually(async () => (await said(page)).includes(words), { what: `the words "${words}"` });
const flagOf = async (id: string, flag: 'starred' | 'later' | 'read' | 'dismissed') =>
  (await readUser(world)).statuses.find(({ paperId }) => paperId === id)?.[flag]?.value ?? false;

/** A popup whose keys are there. */
async function openPopup(): Promise<Page> {
  const popup = await world.browser.openPopupTab();
  await popup.bringToFront();
  await untilPopup(popup, 'the list', ({ cards, tabs }) => cards.length === PER_DAY && tabs.Starred !== undefined);
  await popup.waitForSelector('.card-tools');
  return popup;
}

describe('with the keyboard alone', () => {
  it('a paper is starred, kept for later, marked read and dismissed, and each is taken back', async () => {
    const popup = await openPopup();
    await keys(popup, 'j', 'j');
    const id = await focused(popup);
    expect(id).not.toBe('');
    for (const [key, flag] of [
      ['s', 'starred'],
      ['l', 'later'],
      ['x', 'read'],
      ['d', 'dismissed'],
    ] as const) {
      const before = await flagOf(id, flag);
      await keys(popup, key);
      await eventually(async () => (await flagOf(id, flag)) !== before, { what: `a change of ${flag}` });
      await untilSaid(popup, 'Undo');
      await untilBadgeIsRight(world);
      await keys(popup, 'z');
      await untilSaid(popup, 'Taken back');
      expect(await flagOf(id, flag)).toBe(before);
      await untilBadgeIsRight(world);
    }
    await popup.close();
  });

  it('what was done is taken back in the next popup, which begins where this one was left', async () => {
    const popup = await openPopup();
    await keys(popup, 'j');
    const id = await focused(popup);
    await keys(popup, 's', 'o');
    await untilSaid(popup, 'Starred');
    await popup.waitForSelector('.card.is-open');
    const kept = () => popup.evaluate((id) => localStorage.getItem('popup-place')?.includes(`"open":["${id}"]`), id);
    await eventually(kept, { what: 'the place that was kept' });
    await popup.close();
    const again = await openPopup();
    await again.waitForSelector('.card.is-open');
    await keys(again, 'z');
    await untilSaid(again, 'Taken back: starred');
    expect(await flagOf(id, 'starred')).toBe(false);
    await keys(again, 'Escape');
    await again.waitForSelector('.card.is-open', { hidden: true });
    await again.close();
  });

  it('a search is typed, its papers are reached, and it is followed as a topic', async () => {
    const popup = await openPopup();
    await keys(popup, '/');
    await popup.keyboard.type('robots');
    const days = toPaperDays(world.today).length;
    await untilPopup(popup, 'the papers found', ({ cards, all }) => cards.length === days && all.includes('14 days'));
    await keys(popup, 'Tab', 'Tab', 'Enter');
    await untilPopup(popup, 'the tab of the topic', ({ tabs, cards }) => tabs.Robots === 1 && cards.length === 1);
    expect((await readUser(world)).topics).toMatchObject([{ name: 'Robots', query: 'robots' }]);
    await untilBadgeIsRight(world);
    await popup.close();
  });

  it('a day of another month is picked in the calendar and fetched', async () => {
    const popup = await world.browser.openPopupTab();
    await popup.bringToFront();
    await popup.waitForSelector('.card-tools');
    await keys(popup, 'c');
    await popup.waitForSelector('[role="grid"] :focus');
    await keys(popup, 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Home');
    const label = await popup.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(label).toContain('not read yet');
    await keys(popup, 'Enter');
    const heading = label.split(':')[0] ?? '';
    const { heading: shown } = await untilPopup(
      popup,
      'the day’s papers',
      ({ heading: now, tabs }) => now === heading && tabs.All === PER_DAY,
      40_000,
    );
    expect(shown).not.toBe(formatDayHeading(world.today, world.today));
    const date = (await world.browser.readStore<{ date: string; readAt?: number }>('daily-papers-feed', 'days'))
      .map((row) => row.date)
      .sort()[0];
    await untilListed(world, date ?? '', PER_DAY);
    await eventually(async () => (await readMeta(world)).job === undefined, { what: 'the end of the reading' });
    await popup.close();
  });

  it('all keys are told, in a dialog that Esc closes', async () => {
    const popup = await world.browser.openPopupTab();
    await popup.bringToFront();
    await popup.waitForSelector('.card-tools');
    await keys(popup, '?');
    await popup.waitForSelector('dialog[open] kbd');
    await keys(popup, 'Escape');
    await popup.waitForSelector('dialog', { hidden: true });
    await popup.close();
  });
});
