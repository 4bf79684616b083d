import type { Page } from 'puppeteer-core';
import { waitUntilStill } from '../start/photograph';
import { putLongOrganisation, putMarks, putSettings } from './arrange';
import { putTopics, withTopics } from './arrange-topics';
import { chooseDay, click, clickOn } from './click';
import { NARROW, type State } from './state';

type PopupState = Omit<State, 'surface'>;

/** Of the card that has the focus. */
const CARD_MENU = '.card:focus-within .card-tools [aria-haspopup="menu"]';

const A_DOZEN = [
  'Agents',
  'Video',
  'Speech',
  'Robots',
  'Maths',
  'Code',
  'Vision',
  'Safety',
  'Data',
  'Music',
  '3D',
  'Text',
].map((name) => ({ name, query: name.toLowerCase() }));

/** Keys go to the page once its tools have come, a moment after the list. */
async function press(page: Page, ...keys: readonly ('j' | 's' | 'd' | '?' | 'c' | '/' | 'PageUp' | 'Enter')[]) {
  await page.waitForSelector('.card-tools');
  for (const key of keys) await page.keyboard.press(key);
}

async function search(page: Page, text: string) {
  await press(page, '/');
  await page.locator('.search-row input').fill(text);
}

/** What one can do in the popup, in the middle of it. */
export const TOOL_STATES: readonly PopupState[] = [
  {
    name: 'a card with the focus and its tools',
    world: 'full',
    before: withTopics,
    act: (page) => press(page, 'j', 'j'),
    shows: 'the list still fills',
  },
  {
    name: 'the menu of a card',
    world: 'full',
    before: withTopics,
    act: async (page) => {
      await press(page, 'j');
      await clickOn(page, CARD_MENU);
    },
    shows: 'Copy citation as BibTeX',
  },
  {
    name: 'the menu of a card in 320 px, 200 % text',
    world: 'full',
    size: NARROW,
    textScale: 2,
    act: async (page) => {
      await press(page, 'j');
      await clickOn(page, CARD_MENU);
    },
    shows: 'Copy citation as BibTeX',
  },
  {
    name: 'the menu of an open card in 320 px, 200 % text, a long organisation',
    world: 'full',
    size: NARROW,
    textScale: 2,
    before: putLongOrganisation,
    act: async (page) => {
      await press(page, 'j', 'Enter');
      await clickOn(page, '.is-open .card-tools [aria-haspopup="menu"]');
      await page.keyboard.press('End');
    },
    shows: 'Follow Consortium',
  },
  {
    name: 'where a card at rest matched, told to the keyboard',
    world: 'full',
    before: (world) => putTopics(world, { name: 'Anything', query: 'upvotes:>=0' }, 'Reasoning', 'Language agents'),
    act: (page) => press(page, 'j', 'j'),
    shows: /Anything: [\d,]+ upvotes/,
  },
  {
    name: 'where a card at rest matched, told in 320 px, 200 % text',
    world: 'full',
    size: NARROW,
    textScale: 2,
    before: (world) => putTopics(world, { name: 'Anything', query: 'upvotes:>=0' }, 'Reasoning', 'Language agents'),
    act: (page) => press(page, 'j'),
    shows: /Anything: [\d,]+ upvotes/,
  },
  {
    name: 'with motion: a card that was opened and starred',
    world: 'full',
    withMotion: true,
    before: withTopics,
    act: (page) => press(page, 'j', 'Enter', 's'),
    shows: 'Undo',
  },
  {
    name: 'dismissed, with the way back, in 320 px, 200 % text',
    world: 'full',
    size: NARROW,
    textScale: 2,
    before: withTopics,
    act: (page) => press(page, 'j', 'd'),
    shows: 'Undo',
  },
  {
    name: 'starred, with the way back',
    world: 'full',
    before: withTopics,
    act: (page) => press(page, 'j', 's'),
    shows: 'Undo',
  },
  {
    name: 'dismissed papers',
    world: 'full',
    before: (world) => putMarks(world, 3, { dismissed: true }),
    act: async (page) => {
      await clickOn(page, '.popup-dismissed button');
    },
    shows: '3 dismissed',
  },
  {
    name: 'read, starred and later',
    world: 'full',
    before: (world) => putMarks(world, 3, { read: true, starred: true, later: true }),
    shows: /\d+ papers/,
  },
  {
    name: 'Starred',
    world: 'full',
    before: (world) => putMarks(world, 3, { starred: true }),
    act: (page) => clickOn(page, '[data-tab="starred"]'),
    shows: 'Starred',
  },
  { name: 'Starred, empty', world: 'full', act: (page) => clickOn(page, '[data-tab="starred"]'), shows: 'star' },
  { name: 'Later, empty', world: 'full', act: (page) => clickOn(page, '[data-tab="later"]'), shows: 'later' },
  { name: 'search, empty', world: 'full', act: (page) => press(page, '/'), shows: /14 days/ },
  {
    name: 'search',
    world: 'full',
    before: withTopics,
    act: (page) => search(page, 'video'),
    shows: 'Follow this search',
  },
  {
    name: 'search, nothing found',
    world: 'full',
    act: (page) => search(page, 'glaciology'),
    shows: 'Follow it as a topic',
  },
  {
    name: 'search, nothing found in 320 px, 200 % text',
    world: 'full',
    size: NARROW,
    textScale: 2,
    act: (page) => search(page, 'glaciology'),
    shows: 'Follow it as a topic',
  },
  {
    name: 'search, a mistake',
    world: 'full',
    act: (page) => search(page, '(video OR'),
    shows: /not closed|needs a word/,
  },
  {
    name: 'search in 320 px, 200 % text',
    world: 'full',
    size: NARROW,
    textScale: 2,
    act: (page) => search(page, 'video'),
    shows: 'Follow this search',
  },
  { name: 'the calendar', world: 'full', before: withTopics, act: (page) => press(page, 'c'), shows: /Mo\s+Tu\s+We/ },
  {
    name: 'the calendar in 320 px, 200 % text',
    world: 'full',
    size: NARROW,
    textScale: 2,
    act: (page) => press(page, 'c'),
    shows: /Mo\s+Tu\s+We/,
  },
  {
    name: 'a picked day on its way',
    world: 'under-way',
    act: async (page) => {
      await press(page, 'c');
      for (const key of ['PageUp', 'PageUp', 'Enter'] as const) {
        // The day takes the focus after the paint.
        await page.waitForSelector('.calendar-day:focus');
        await page.keyboard.press(key);
        await waitUntilStill(page, 100);
      }
      await page.waitForSelector('.calendar-day', { hidden: true });
    },
    shows: /Reading/,
  },
  {
    name: 'the menu of the list',
    world: 'full',
    before: withTopics,
    act: async (page) => {
      await clickOn(page, '.popup-lists [aria-haspopup="menu"]');
    },
    shows: 'Take back what was done last',
  },
  {
    name: 'a dozen topics, and the way to the lists behind them',
    world: 'full',
    before: (world) => putTopics(world, ...A_DOZEN),
    act: async (page) => {
      await clickOn(page, '.popup-lists [aria-haspopup="menu"]');
    },
    shows: 'Go to Starred (0)',
  },
  {
    name: 'a dozen topics, the last list chosen',
    world: 'full',
    before: (world) => putTopics(world, ...A_DOZEN),
    act: async (page) => {
      await clickOn(page, '[data-tab="starred"]');
    },
    shows: 'No paper has a star',
  },
  {
    name: 'the sum behind the badge, one part chosen',
    world: 'full',
    before: (world) => putTopics(world, 'Video generation', { name: 'Video', query: 'video' }, 'Reasoning'),
    act: async (page) => {
      await clickOn(page, '[data-tab="new"]');
      await clickOn(page, '.sum-button');
    },
    shows: 'on the badge',
  },
  {
    name: 'led here by an alert of a topic off the badge',
    world: 'full',
    before: (world) => putTopics(world, 'Reasoning', { name: 'Video', query: 'video', badge: false, notify: true }),
    hash: '#told=0-9999999999999',
    shows: 'came with the alert',
  },
  {
    name: 'led here by an alert, 320 px, 200 % text',
    world: 'full',
    before: (world) => putTopics(world, { name: 'Video', query: 'video', notify: true }),
    hash: '#told=0-9999999999999',
    size: NARROW,
    textScale: 2,
    shows: 'came with the alert',
  },
  {
    name: 'led here by an alert whose papers are all dismissed',
    world: 'full',
    before: async (world) => {
      await putTopics(world, { name: 'Today', query: 'date:1d', notify: true });
      await putMarks(world, 99, { dismissed: true });
    },
    hash: '#told=0-9999999999999',
    shows: 'You dismissed every paper that came with the alert',
  },
  { name: 'the keys', world: 'full', act: (page) => press(page, '?'), shows: 'Next paper, previous paper' },
  {
    name: 'the keys, those of one letter switched off',
    world: 'full',
    before: (world) => putSettings(world, { letterKeys: false }),
    act: async (page) => {
      await clickOn(page, '.popup-lists [aria-haspopup="menu"]');
      await clickOn(page, '[role="menuitem"]:last-child');
    },
    shows: 'are switched off',
  },
  {
    name: 'the menu of an open card, with what can be followed',
    world: 'full',
    act: async (page) => {
      await press(page, 'j', 'Enter');
      await clickOn(page, '.is-open .card-tools [aria-haspopup="menu"]');
    },
    shows: /Follow \S/,
  },
  {
    name: 'the keys in 320 px, 200 % text',
    world: 'full',
    size: NARROW,
    textScale: 2,
    act: (page) => press(page, '?'),
    shows: 'Next paper, previous paper',
  },
  {
    name: 'a mark on a dense day: those below',
    world: 'full',
    act: async (page, { days }) => {
      await chooseDay(page, days.dense);
      // No other day has as many: until they are there, the key would go to a card of the day before.
      await page.waitForSelector('[data-paper]:nth-of-type(60)');
      await press(page, 'j');
      await clickOn(page, CARD_MENU);
      await click(page, 'Mark those below as read');
    },
    shows: 'Undo',
  },
];
