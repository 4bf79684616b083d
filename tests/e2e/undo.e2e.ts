import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import type { JournalRow } from '@/lib/core/journal/journal';
import type { Status, StatusFlag } from '@/lib/core/papers/status';
import type { Topic } from '@/lib/core/topics/topic';
import { eventually } from '../harness/browsers/extension-browser';
import { createDice } from '../harness/sample-feed/dice';
import { toAlertingLaunch } from './support/alerts';
import { askRecount } from './support/ask';
import { pressMany, pressUndo } from './support/bursts';
import { toImportStep } from './support/import-step';
import { toAlertStep, toOptionsStep, undoSetting, undoTopic } from './support/options-steps';
import { pressKey, type Step, toFollowStep, toPopupStep } from './support/popup-steps';
import { readBoth, readUser, untilBadgeIsRight, writeRows } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { toTopicRow } from './support/topic-row';
import { toWordedFeed } from './support/worded-feed';
import { BROWSER, type World } from './support/world';

const dice = createDice(process.env.UNDO_SEED ?? 'undo in three pages');

let world: World;
let popups: Page[];
let options: Page;

beforeAll(async () => {
  const atEnd: (() => void)[] = [];
  world = await startSyncedWorld({ feed: toWordedFeed(), launch: toAlertingLaunch((work) => atEnd.push(work)) });
  // By hand: a card that was in sight for a second is no action, and no undo takes it back.
  await writeRows(world, 'user', 'settings', [{ key: 'clearNewBy', value: 'hand' }]);
  await writeRows(world, 'user', 'topics', [
    toTopicRow({ name: 'Robots', query: 'robots OR is:starred', position: 0 }),
    toTopicRow({ name: 'Speech', query: 'speech OR poetry -is:dismissed', position: 1 }),
    toTopicRow({ name: 'Rest', query: 'glaciers -is:read', position: 2, badge: false }),
  ]);
  await askRecount(world);
  popups = [await world.browser.openPopupTab(), await world.browser.openPopupTab()];
  for (const popup of popups) await popup.waitForSelector('.card-tools');
  options = await world.browser.openPage('options.html#topics');
  await options.waitForSelector('textarea');
  return async () => {
    await world.close();
    for (const work of atEnd) work();
  };
}, 120_000);

const FLAGS: readonly StatusFlag[] = ['read', 'starred', 'later', 'dismissed'];

/** By value: a cleared flag or setting is none, a deleted topic is none; times are of no account but those of what was seen. */
async function readByValue() {
  const { statuses, topics, settings, journal: _journal, ...feed } = await readBoth(world);
  const toMarks = (status: Status) => FLAGS.filter((flag) => status[flag]?.value === true);
  const marks = statuses.map((status) => [status.paperId, ...toMarks(status)]);
  const kept = topics.filter((topic: Topic) => topic.deletedAt === undefined);
  return {
    feed,
    settings: settings.filter(({ value }) => value !== undefined).map(({ key, value }) => ({ key, value })),
    marks: marks.filter(({ length }) => length > 1),
    topics: kept.map(({ updatedAt: _updatedAt, times: _times, ...topic }) => topic),
  };
}

const readJournal = () => world.browser.readStore<JournalRow>('daily-papers-user', 'journal');

/** Does something in a page, and waits until it is written down and the badge is right. */
async function perform(what: string, act: () => Promise<unknown>): Promise<void> {
  const before = JSON.stringify(await readJournal());
  await act();
  await eventually(async () => JSON.stringify(await readJournal()) !== before, { what: `the row of "${what}"` });
  await untilBadgeIsRight(world);
}

const readCards = (popup: Page) =>
  popup.$$eval('[data-paper]', (cards) => cards.map((card) => card.getAttribute('data-paper') ?? ''));

const isOpen = async (scope: JournalRow['open']) => (await readJournal()).some(({ open }) => open === scope);

/** How many actions were written down, those that were taken back too. */
const countActions = async () => new Set((await readJournal()).map(({ group }) => group)).size;

const QUIET_MS = 300;

/** Waits until the pages have written what they were asked for. A query is stored 0.6 s after its last letter. */
async function untilQuiet(): Promise<void> {
  let last = '';
  let changedAt = performance.now();
  const read = async () => {
    const now = JSON.stringify(await readJournal());
    if (now !== last) changedAt = performance.now();
    last = now;
    return performance.now() - changedAt >= QUIET_MS;
  };
  await eventually(read, { timeoutMs: 20_000, what: 'a journal that stands still' });
}

/** What chance might leave out: played first. */
const FIRST = [
  () => toFollowStep(world, popups[0] as Page, dice),
  () => toImportStep(world, options, dice),
  () => toAlertStep(world, options, dice),
];

/** One after the other, each with its row and the right badge. */
async function playSingly(steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const [what, act] = (await FIRST[step]?.()) ?? (await toAnyStep());
    await perform(`${step}: ${what}`, act);
  }
}

async function toAnyStep(): Promise<Step> {
  const popup = popups[dice.pick([0, 0, 1, 1, 2])];
  if (!popup) return toOptionsStep(world, options, dice);
  const follow = dice.chance(0.1) ? await toFollowStep(world, popup, dice) : undefined;
  return follow ?? toPopupStep(world, popup, dice);
}

/** In all three pages at once, none waiting for another, until so many actions are written down. */
async function playAtOnce(actions: number): Promise<void> {
  for (let burst = 0; (await countActions()) < actions; burst++) {
    const step = await (burst % 4 === 0 ? toOptionsStep(world, options, dice) : undefined);
    const follow = burst % 8 === 2 && popups[0] ? await toFollowStep(world, popups[0], dice) : undefined;
    await Promise.all([
      step?.[1](),
      follow?.[1](),
      ...popups.map((popup) => pressMany(popup, dice.integer(3, 8), dice)),
    ]);
    await untilQuiet();
    await untilBadgeIsRight(world);
  }
}

/** By the keys of both popups, which do not wait for each other, and by the options what is theirs. */
async function undoAll(): Promise<void> {
  for (let turn = 0; (await isOpen('papers')) || (await isOpen('topics')); turn++) {
    if (turn % 5 === 4 && (await isOpen('topics'))) await undoTopic(options);
    else await Promise.all(popups.map((popup) => pressUndo(popup, dice.integer(3, 10))));
    await untilQuiet();
    await untilBadgeIsRight(world);
  }
  while (await isOpen('settings')) await perform('undo of a setting', () => undoSetting(options));
}

/** Firefox takes a second for each: there they are fewer, one after the other. */
const [SINGLY, IN_ALL] = BROWSER === 'chromium' ? [20, 200] : [40, 0];

it('any actions in two popups and the options, undone to the end, leave both databases as before and always the right badge', async () => {
  const before = await readByValue();
  await playSingly(SINGLY);
  await playAtOnce(IN_ALL);
  await undoAll();
  expect(await readByValue()).toEqual(before);
}, 300_000);

it('what an earlier popup did is undone after both were closed', async () => {
  const [popup] = popups as [Page];
  const [id] = await readCards(popup);
  await perform('star', () => pressKey(popup, 's', id));
  for (const open of popups) await open.close();
  const next = await world.browser.openPopupTab();
  await next.waitForSelector('.card-tools');
  await perform('z', () => pressKey(next, 'z'));
  const { statuses } = await readUser(world);
  expect(statuses.find(({ paperId }) => paperId === id)?.starred?.value).toBe(false);
});
