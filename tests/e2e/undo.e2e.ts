import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import type { JournalRow } from '@/lib/core/journal/journal';
import type { Status, StatusFlag } from '@/lib/core/papers/status';
import type { Topic } from '@/lib/core/topics/topic';
import { eventually } from '../harness/browsers/extension-browser';
import { createDice } from '../harness/sample-feed/dice';
import { askRecount } from './support/ask';
import { toOptionsStep, undoSetting, undoTopic } from './support/options-steps';
import { pressKey, toPopupStep } from './support/popup-steps';
import { readFeed, readUser, untilBadgeIsRight, untilSynced, writeRows } from './support/stores';
import { toTopicRow } from './support/topic-row';
import { toWordedFeed } from './support/worded-feed';
import { startWorld, type World } from './support/world';

const STEPS = 40;
const dice = createDice(process.env.UNDO_SEED ?? 'undo in three pages');

let world: World;
let popups: Page[];
let options: Page;

beforeAll(async () => {
  world = await startWorld({ feed: toWordedFeed() });
  await untilSynced(world);
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
  return () => world.close();
}, 120_000);

const FLAGS: readonly StatusFlag[] = ['read', 'starred', 'later', 'dismissed'];

/** By value: a cleared flag is none, a deleted topic is none; times are of no account but those of what was seen. */
async function readByValue() {
  const [feed, { statuses, topics, settings }] = [await readFeed(world), await readUser(world)];
  const toMarks = (status: Status) => FLAGS.filter((flag) => status[flag]?.value === true);
  const marks = statuses.map((status) => [status.paperId, ...toMarks(status)]);
  const kept = topics.filter((topic: Topic) => topic.deletedAt === undefined);
  return {
    feed,
    settings,
    marks: marks.filter(({ length }) => length > 1),
    topics: kept.map(({ updatedAt: _updatedAt, ...topic }) => topic),
  };
}

const readJournal = async () => (await readUser(world)).journal;

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

it('any actions in two popups and the options, undone to the end, leave both databases as before and always the right badge', async () => {
  const before = await readByValue();
  for (let step = 0; step < STEPS; step++) {
    const page = dice.pick([0, 0, 1, 1, 2]);
    const [what, act] =
      page === 2 ? await toOptionsStep(world, options, dice) : await toPopupStep(world, popups[page] as Page, dice);
    await perform(`${step}: ${what}`, act);
  }
  for (let turn = 0; await isOpen('papers'); turn++)
    await perform(`undo ${turn}`, () => pressKey(popups[turn % 2] as Page, 'z'));
  while (await isOpen('topics')) await perform('undo of a topic', () => undoTopic(options));
  while (await isOpen('settings')) await perform('undo of a setting', () => undoSetting(options));
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
