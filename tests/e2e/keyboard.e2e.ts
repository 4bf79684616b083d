import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { expectFocus, expectNamedTree, expectReadableStops, tabTo, use } from './support/keyboard';
import { untilPopup } from './support/popup-page';
import { readUser } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { SUBJECTS, toWordedFeed } from './support/worded-feed';
import type { World } from './support/world';

let world: World;
beforeAll(async () => {
  world = await startSyncedWorld({ feed: toWordedFeed() });
  return () => world.close();
});

async function openPopup(): Promise<Page> {
  const popup = await world.browser.openPopupTab();
  await popup.bringToFront();
  await untilPopup(popup, 'the list', ({ cards }) => cards.length >= SUBJECTS.length);
  await popup.waitForSelector('.card-tools');
  return popup;
}

/** Waits until the flag of the paper in the database is what it should be. */
function untilFlag(flag: 'starred' | 'later' | 'dismissed' | 'read', count: number) {
  return eventually(
    async () => {
      const { statuses } = await readUser(world);
      return statuses.filter((status) => status[flag]?.value).length === count;
    },
    { what: `${count} papers ${flag}` },
  );
}

describe('the popup without a mouse', () => {
  it('is walked in reading order, and every stop says what it is', async () => {
    const popup = await openPopup();
    const names = (await expectReadableStops(popup)).map(({ name }) => name);
    for (const name of [
      'Earlier day',
      'Search',
      'Star',
      'Read later',
      'Dismiss',
      'More',
      'Read the feed now',
      'Options',
    ])
      expect(names).toContain(name);
    await popup.close();
  });

  it('does everything to a paper by its key, and takes each back', async () => {
    const popup = await openPopup();
    await popup.keyboard.press('j');
    const first = await expectFocus(popup, 'j');
    await popup.keyboard.press('j');
    expect((await expectFocus(popup, 'j')).name).not.toBe(first.name);
    await popup.keyboard.press('k');
    expect(await expectFocus(popup, 'k')).toEqual(first);
    await popup.keyboard.press('o');
    await popup.waitForSelector('.card.is-open');
    await popup.keyboard.press('Escape');
    await popup.waitForFunction(() => !document.querySelector('.card.is-open'));
    expect(await expectFocus(popup, 'Esc')).toEqual(first);
    for (const [key, flag] of [
      ['s', 'starred'],
      ['l', 'later'],
      ['x', 'read'],
      ['d', 'dismissed'],
    ] as const) {
      await popup.keyboard.press(key);
      await untilFlag(flag, 1);
      await expectFocus(popup, key);
      await popup.keyboard.press('z');
      await untilFlag(flag, 0);
      await expectFocus(popup, `${key} was taken back`);
    }
    await popup.close();
  });

  it('marks by the buttons and the menus of card and list, and reaches the way back', async () => {
    const popup = await openPopup();
    await use(popup, 'Star', ' ');
    await untilFlag('starred', 1);
    await use(popup, 'Undo');
    await untilFlag('starred', 0);
    // The button that did it is gone: with the focus on it the walk would go on at the card that had it last.
    await popup.waitForFunction(() => /^Taken back/.test(document.querySelector('.done-bar')?.textContent ?? ''));
    await expectFocus(popup, 'Undo');

    await tabTo(popup, 'More');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[role="menuitem"]:focus');
    await expectNamedTree(popup);
    await popup.keyboard.press('Escape');
    expect((await expectFocus(popup, 'Esc in the menu')).name).toBe('More');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[role="menuitem"]:focus');
    await popup.keyboard.press('End');
    await popup.keyboard.press('Enter');
    await eventually(async () => (await readUser(world)).statuses.filter(({ read }) => read?.value).length > 1, {
      what: 'papers marked as read',
    });
    await expectFocus(popup, 'marking those below');
    await popup.keyboard.press('z');
    await untilFlag('read', 0);

    await tabTo(popup, 'Lists');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('[role="menuitem"]:focus');
    await popup.keyboard.press('Enter');
    await untilFlag('read', SUBJECTS.length);
    await expectFocus(popup, 'marking the list');
    await popup.keyboard.press('z');
    await untilFlag('read', 0);
    await popup.close();
  });

  it('searches, picks a day and reads the keys, and Esc gives the focus back each time', async () => {
    const popup = await openPopup();
    await popup.keyboard.press('j');
    const card = await expectFocus(popup, 'j');
    await popup.keyboard.press('c');
    await popup.waitForSelector('.calendar-day:focus');
    await expectNamedTree(popup);
    await popup.keyboard.press('ArrowLeft');
    await popup.keyboard.press('Escape');
    await popup.waitForFunction(() => !document.querySelector('dialog'));
    expect(await expectFocus(popup, 'Esc in the calendar')).toEqual(card);
    await popup.keyboard.press('?');
    await popup.waitForSelector('dialog[open]');
    await popup.keyboard.press('Escape');
    await popup.waitForFunction(() => !document.querySelector('dialog'));
    expect(await expectFocus(popup, 'Esc in the keys')).toEqual(card);

    await popup.keyboard.press('/');
    await popup.waitForSelector('.search-row input:focus');
    await popup.keyboard.type('robots');
    await untilPopup(popup, 'what was found', ({ all }) => /papers? of the last 14 days/.test(all));
    await popup.keyboard.press('ArrowDown');
    expect((await expectFocus(popup, 'the arrow down')).name).toContain('robots');
    await popup.keyboard.press('Escape');
    await popup.waitForSelector('.strip');
    await expectFocus(popup, 'Esc in the search');
    await popup.close();
  });

  it('goes on where a card, a button or the search box leaves under the focus', async () => {
    const popup = await openPopup();
    for (const [key, name, flag] of [
      ['s', /^Starred/, 'starred'],
      ['l', /^Later/, 'later'],
    ] as const) {
      await popup.keyboard.press('j');
      await popup.keyboard.press(key);
      await untilFlag(flag, 1);
      await popup.keyboard.press('j');
      await popup.keyboard.press(key);
      await untilFlag(flag, 2);
      await tabTo(popup, /^All/);
      await popup.keyboard.press('End');
      if (flag === 'later') await popup.keyboard.press('ArrowLeft');
      expect((await expectFocus(popup, 'choosing the list')).name).toMatch(name);
      await untilPopup(popup, `two papers in ${flag}`, ({ cards }) => cards.length === 2);
      for (const left of [1, 0]) {
        await popup.keyboard.press('j');
        await popup.keyboard.press(key);
        await untilPopup(popup, `${left} papers in ${flag}`, ({ cards }) => cards.length === left);
        await expectFocus(popup, `${key} in the list of its marks, with ${left} left`);
      }
      await popup.keyboard.press('z');
      await untilPopup(popup, 'the paper again', ({ cards }) => cards.length === 1);
      await expectFocus(popup, 'undo in the list of the marks');
      await popup.keyboard.press('j');
      await popup.keyboard.press(key);
      await untilFlag(flag, 0);
      await popup.keyboard.press('Home');
      await popup.waitForSelector('[data-tab="all"][aria-selected="true"]:focus');
      await untilPopup(popup, 'the day', ({ cards }) => cards.length >= SUBJECTS.length);
    }

    await use(popup, 'Search');
    await popup.waitForSelector('.search-row input:focus');
    await popup.keyboard.type('robots');
    await untilPopup(popup, 'what was found', ({ all }) => /papers? of the last 14 days/.test(all));
    await popup.keyboard.press('Escape');
    await popup.waitForSelector('.strip');
    await expectFocus(popup, 'Esc in the search box');
    await popup.keyboard.press('/');
    await popup.waitForSelector('.search-row input:focus');
    await popup.keyboard.type('robots');
    await use(popup, 'Follow this search');
    await popup.waitForSelector('[role="tab"][aria-selected="true"]:not([data-tab="all"])');
    await expectFocus(popup, 'following a search');
    await popup.keyboard.press('z');
    await untilPopup(popup, 'the day', ({ cards }) => cards.length >= SUBJECTS.length);
    await expectFocus(popup, 'undoing that');
    await popup.close();
  });

  it('steps through days and lists by the arrows, and reads the feed', async () => {
    const popup = await openPopup();
    const { heading } = await untilPopup(popup, 'the day', (text) => text.heading !== '');
    await use(popup, 'Earlier day');
    await untilPopup(popup, 'the day before', (text) => text.heading !== heading);
    await use(popup, 'Later day');
    await untilPopup(popup, 'the day', (text) => text.heading === heading);
    await expectFocus(popup, 'the last day');
    await tabTo(popup, /\d: \d+ papers/);
    await popup.keyboard.press('ArrowLeft');
    await untilPopup(popup, 'the day before', (text) => text.heading !== heading);
    await expectFocus(popup, 'an arrow in the strip');
    await tabTo(popup, /^All/);
    await popup.keyboard.press('ArrowRight');
    await popup.waitForSelector('[data-tab="new"][aria-selected="true"]:focus');
    world.standIn.clearLog();
    await use(popup, 'Read the feed now');
    await eventually(() => world.standIn.feedRequests().length > 0, { what: 'a request' });
    await expectFocus(popup, 'reading the feed');
    await popup.close();
  });
});
