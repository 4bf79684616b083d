import type { Failure } from '@/lib/core/sync/failure';
import { damageBestPaper, minutesAgo, putAllSeen, putDay, putFailure, putMeta, putSettings } from './arrange';
import { putTopics, withTopics } from './arrange-topics';
import { chooseDay, clickOn, openCard } from './click';
import { clearRows } from './database';
import { neverOpenStorage, pretendPrivate, refuseStorage, refuseWrites } from './inject';
import { TOOL_STATES } from './popup-tool-states';
import { RECOVERY_STATES } from './recovery-states';
import { NARROW, type State } from './state';
import type { StateWorld } from './worlds';

type PopupState = Omit<State, 'surface'>;

const TAB = { new: '[data-tab="new"]', third: '[role="tab"]:nth-of-type(3)', fourth: '[role="tab"]:nth-of-type(4)' };

/** The list and the words around it as most people see them. */
const ORDINARY: PopupState[] = [
  { name: 'today', world: 'full', before: withTopics, shows: 'the list still fills' },
  { name: 'today, without topics', world: 'full', shows: /\d+ papers, all new/ },
  {
    name: 'today, compact',
    world: 'full',
    before: async (world) => {
      await withTopics(world);
      await putSettings(world, { density: 'compact' });
    },
    shows: 'the list still fills',
  },
  {
    name: 'new matches',
    world: 'full',
    before: withTopics,
    act: (page) => clickOn(page, TAB.new),
    shows: 'new matches',
  },
  {
    name: 'an open card that matched',
    world: 'full',
    before: withTopics,
    act: async (page) => {
      await clickOn(page, TAB.new);
      await openCard(page, 'Language agents');
    },
    shows: 'arXiv',
  },
  {
    name: 'a stored paper that is damaged',
    world: 'full',
    before: async (world) => {
      await withTopics(world);
      await damageBestPaper(world);
    },
    shows: 'the list still fills',
  },
  {
    name: 'one topic',
    world: 'full',
    before: withTopics,
    act: (page) => clickOn(page, TAB.third),
    shows: 'Language agents',
  },
  {
    name: 'a wide tab',
    world: 'full',
    before: withTopics,
    size: { width: 1280, height: 800 },
    shows: 'the list still fills',
  },
  { name: '320 px', world: 'full', before: withTopics, size: NARROW, shows: 'the list still fills' },
  { name: '200 % text', world: 'full', before: withTopics, textScale: 2, shows: 'the list still fills' },
  {
    name: '320 px, 200 % text, an open card',
    world: 'full',
    before: withTopics,
    size: NARROW,
    textScale: 2,
    act: async (page) => {
      await clickOn(page, TAB.new);
      await openCard(page, 'Language agents');
    },
    shows: 'arXiv',
  },
  {
    name: 'the words of a day, from the keyboard',
    world: 'full',
    before: withTopics,
    act: async (page, { days }) => {
      await chooseDay(page, days.edge);
      await page.keyboard.press('ArrowLeft');
    },
    shows: /\d+ papers/,
  },
];

/** What the feed can send. */
const CONTENT: PopupState[] = [
  {
    name: '664 authors, a title of 300 characters, right-to-left, no abstract, no date',
    world: 'full',
    act: (page, { days }) => chooseDay(page, days.edge),
    shows: 'Everything Everywhere',
  },
  {
    name: 'all 664 authors of an open card',
    world: 'full',
    act: async (page, { days }) => {
      await chooseDay(page, days.edge);
      await clickOn(page, '.card-more::-p-text(+ 66)');
      await clickOn(page, '[data-paper] h3 button');
    },
    shows: 'fewer',
  },
  {
    name: 'right-to-left, open',
    world: 'full',
    act: async (page, { days }) => {
      await chooseDay(page, days.edge);
      await openCard(page, 'قياس');
      await page.evaluate(() => document.querySelector('.card.is-open')?.scrollIntoView());
    },
    shows: 'arXiv',
  },
  {
    name: 'no abstract, open',
    world: 'full',
    act: async (page, { days }) => {
      await chooseDay(page, days.edge);
      await clickOn(page, `::-p-xpath(//article[not(.//p[contains(@class, "card-abstract")])]//h3/button)`);
    },
    shows: 'The feed has no abstract',
  },
  {
    name: 'odd papers in 320 px',
    world: 'full',
    size: NARROW,
    act: (page, { days }) => chooseDay(page, days.edge),
    shows: 'Everything Everywhere',
  },
  {
    name: 'a dense day',
    world: 'full',
    before: withTopics,
    act: (page, { days }) => chooseDay(page, days.dense),
    shows: '100 papers',
  },
  {
    name: 'hostile text',
    world: 'full',
    act: (page, { days }) => chooseDay(page, days.hostile),
    shows: '<script>window.pwned=1</script>',
  },
];

/** Lists without a paper, each with its reason. */
const EMPTY: PopupState[] = [
  {
    name: 'a day of rest',
    world: 'full',
    before: withTopics,
    act: (page, { days }) => chooseDay(page, days.sunday),
    shows: 'the feed rests on weekends',
  },
  {
    name: 'nothing new',
    world: 'full',
    before: async (world) => {
      await withTopics(world);
      await putAllSeen(world);
    },
    act: (page) => clickOn(page, TAB.new),
    shows: 'Nothing new since',
  },
  {
    name: 'nothing new, no topics',
    world: 'full',
    before: putAllSeen,
    act: (page) => clickOn(page, TAB.new),
    shows: 'Choose topics',
  },
  {
    name: 'no match',
    world: 'full',
    before: (world) => putTopics(world, 'Language agents', { name: 'Glaciology', query: 'title:glaciology' }),
    act: (page) => clickOn(page, TAB.fourth),
    shows: 'matches Glaciology',
  },
  {
    name: 'a topic that can’t be read',
    world: 'full',
    before: (world) => putTopics(world, 'Language agents', { name: 'Planning', query: '(planning OR' }),
    act: (page) => clickOn(page, TAB.fourth),
    shows: 'The query of Planning can’t be read',
  },
  {
    name: 'no topic counts on the badge',
    world: 'full',
    before: (world) => putTopics(world, { name: 'Quiet', query: 'language', badge: false }),
    act: (page) => clickOn(page, TAB.new),
    shows: 'None of your topics is counted',
  },
  {
    name: 'a day that could not be read',
    world: 'full',
    before: (world) =>
      putDay(world, world.days.sunday, {
        state: 'failed',
        papers: 0,
        failure: { kind: 'wrong-shape', at: minutesAgo(5), detail: 'an object' },
        nextTryAt: Date.now() + 3_600_000,
      }),
    act: (page, { days }) => chooseDay(page, days.sunday),
    shows: 'could not be read',
  },
];

/** The feed is slow, gone or refuses, with papers in stock. */
const TROUBLE: PopupState[] = [
  {
    name: 'offline',
    world: 'full',
    before: (world) => putFailure(world, { kind: 'offline', at: minutesAgo(4) }),
    shows: 'You are offline',
  },
  {
    name: 'rate-limited',
    world: 'full',
    before: (world) => putFailure(world, { kind: 'rate-limited', at: minutesAgo(1), until: minutesAgo(-14) }),
    shows: 'asked us to wait until',
  },
  {
    name: 'the site has a problem',
    world: 'full',
    before: (world) => putFailure(world, { kind: 'server-error', at: minutesAgo(2), status: 503 }),
    shows: 'has a problem (503)',
  },
  {
    name: 'a full disk: a reading that could not be stored',
    world: 'full',
    before: (world) => putFailure(world, { kind: 'storage', at: minutesAgo(40), detail: 'QuotaExceededError: full' }),
    shows: 'could not store the papers',
  },
  // Behind those with a failure of their own: the permission given back begins a reading that succeeds.
  {
    name: 'permission missing',
    world: 'full',
    before: ({ browser }) => browser.setFeedAccess(false),
    shows: 'Not allowed to read huggingface.co',
    after: ({ browser }) => browser.setFeedAccess(true),
  },
  { name: 'background silent', world: 'silent', shows: 'Not updating by itself' },
  { name: 'written by a newer version', world: 'newer', shows: 'From a newer version: only shown' },
  { name: 'papers that went for want of room', world: 'full', before: putRoom, shows: 'To make room' },
  {
    name: 'papers that went for want of room, in 320 px, 200 % text',
    world: 'full',
    size: NARROW,
    textScale: 2,
    before: putRoom,
    shows: 'To make room',
  },
  {
    name: 'a full disk: an action that could not be stored',
    world: 'full',
    inject: refuseWrites,
    act: async (page) => {
      await page.waitForSelector('.card-tools');
      await page.keyboard.press('j');
      await page.keyboard.press('x');
    },
    shows: 'could not be done or stored',
  },
  { name: 'storage failing', world: 'full', inject: refuseStorage, shows: 'The browser refuses to store' },
  {
    name: 'storage that does not answer',
    world: 'full',
    inject: neverOpenStorage,
    shows: 'has not opened the stored papers',
  },
  {
    name: 'a private window without storage',
    world: 'full',
    inject: pretendPrivate,
    shows: 'This is a private window',
  },
];

/** Before there is anything. */
const BEGINNING: PopupState[] = [
  { name: 'first minute: nothing there yet', world: 'empty', shows: /Reading/ },
  { name: 'first minute: the first list, the rest on its way', world: 'under-way', shows: /\d of 15/ },
  {
    name: 'first minute: a day that was not read yet',
    world: 'under-way',
    act: (page, { days }) => chooseDay(page, days.hostile),
    shows: /Reading/,
  },
  {
    name: 'nothing was ever read: something else answers',
    world: 'refused',
    shows: 'Something else answered in place of Hugging Face',
  },
  {
    name: 'nothing was ever read: offline',
    world: 'refused',
    before: (world) => putFirstFailure(world, { kind: 'offline', at: minutesAgo(1) }),
    shows: 'You are offline',
  },
  {
    name: 'nothing was ever read: rate-limited',
    world: 'refused',
    before: (world) => putFirstFailure(world, { kind: 'rate-limited', at: minutesAgo(1), until: minutesAgo(-14) }),
    shows: 'asked us to wait until',
  },
  {
    name: 'nothing was ever read: permission missing',
    world: 'refused',
    before: async (world) => {
      await putFirstFailure(world, { kind: 'no-permission', at: minutesAgo(1), host: 'huggingface.co' });
      await world.browser.setFeedAccess(false);
    },
    shows: 'Daily Papers may not read huggingface.co',
    after: ({ browser }) => browser.setFeedAccess(true),
  },
];

function putRoom(world: StateWorld): Promise<void> {
  return putMeta(world, 'room', { at: minutesAgo(3), why: 'room', papers: 1_204, until: '2025-03-02' });
}

/** As if the very first request had ended so: no day is in the ledger. */
async function putFirstFailure(world: StateWorld, failure: Failure): Promise<void> {
  await clearRows(world.browser, 'feed', 'days');
  await putFailure(world, failure);
}

export const POPUP_STATES: readonly State[] = [
  ...ORDINARY,
  ...TOOL_STATES,
  ...CONTENT,
  ...EMPTY,
  ...TROUBLE,
  ...RECOVERY_STATES,
  ...BEGINNING,
].map((state) => ({ ...state, surface: 'popup' }));
