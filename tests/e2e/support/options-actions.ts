import type { Page } from 'puppeteer-core';
import type { SettingKey } from '@/lib/core/settings/settings';
import { TOPIC_COLOURS } from '@/lib/core/topics/colours';
import type { Topic } from '@/lib/core/topics/topic';
import { BACKUP_ACTIONS } from './backup-actions';
import { hasWords, type KeyedAction, pressOn } from './keyed-action';
import { readFeed, readUser, writeRows } from './stores';
import { toTopicRow } from './topic-row';
import { BROWSER, type World } from './world';

/** The topic that is changed; it has the first colour. */
export const ROBOTS = toTopicRow({ name: 'Robots', query: 'robots' });

const isTopic = async (world: World, is: (topic: Topic) => boolean) =>
  (await readUser(world)).topics.some((topic) => topic.id === ROBOTS.id && is(topic));
/** Whether the setting has the value, or any. */
const isSet = async (world: World, key: SettingKey, value?: unknown) =>
  (await readUser(world)).settings.some((row) => row.key === key && (value === undefined || row.value === value));

/** An action that is one key on one control, known by words it leaves. */
const press = (
  what: string,
  name: string | RegExp,
  key: 'Enter' | ' ',
  selector: string,
  words: RegExp,
): KeyedAction => ({
  what,
  keys: (page) => pressOn(page, name, key),
  done: (page) => hasWords(page, selector, words),
});

/** In the editor of `ROBOTS`. */
export const TOPIC_ACTIONS: readonly KeyedAction[] = [
  {
    what: 'alerts of a topic',
    keys: (page) => pressOn(page, /^Notify me/, ' '),
    done: (_page, world) => isTopic(world, ({ notify }) => notify),
  },
  {
    what: 'its colour',
    keys: (page) => pressOn(page, TOPIC_COLOURS[ROBOTS.colour]?.name ?? '', 'ArrowRight'),
    done: (_page, world) => isTopic(world, ({ colour }) => colour !== ROBOTS.colour),
  },
  {
    what: 'the hits of a day',
    keys: (page) => pressOn(page, /: \d+ hits?/, 'Enter'),
    done: (page) => page.$('.day-bar[aria-pressed="true"]'),
  },
  {
    what: 'an earlier day with hits',
    keys: (page) => pressOn(page, 'Earlier day with hits', 'Enter'),
    done: (page) => page.$('.day-bar[aria-pressed="true"]:not(:last-child)'),
  },
  {
    what: 'a later day with hits',
    keys: (page) => pressOn(page, 'Later day with hits', 'Enter'),
    done: (page) => page.$('.day-bar[aria-pressed="true"]:last-child'),
  },
];

/** The choice below the one that is chosen. */
const choosesNext = (key: SettingKey, chosen: RegExp, value?: string): KeyedAction => ({
  what: `another choice of ${key}`,
  keys: (page) => pressOn(page, chosen, 'ArrowDown'),
  done: (_page, world) => isSet(world, key, value),
});

const switches = (key: SettingKey, name: RegExp, value: boolean): KeyedAction => ({
  what: `${key} ${value}`,
  keys: (page) => pressOn(page, name, ' '),
  done: (_page, world) => isSet(world, key, value),
});

const BADGE: readonly KeyedAction[] = [
  switches('showBadge', /^Show the number on the toolbar icon/, false),
  choosesNext('clearNewBy', /^Only by hand/, 'visible'),
  switches('quietHours', /^Quiet hours/, true),
  choosesNext('quietFrom', /^From$/),
  choosesNext('quietTo', /^to$/),
];

const APPEARANCE: readonly KeyedAction[] = [
  choosesNext('textSize', /^Normal/, 'large'),
  choosesNext('density', /^Comfortable/, 'compact'),
  switches('letterKeys', /^Keys of one letter/, false),
];

const SCHEDULE: readonly KeyedAction[] = [
  {
    what: 'one day is read again',
    keys: (page) => pressOn(page, /^Read again: /, 'Enter'),
    done: async (_page, world) => world.standIn.feedRequests(world.today).length > 0,
  },
  {
    what: 'sixty days of the ledger',
    keys: (page) => pressOn(page, 'Show the last 60 days', 'Enter'),
    done: async (page) => (await page.$$('.ledger tbody tr')).length === 60,
  },
];

const PRIVACY: readonly KeyedAction[] = [
  press('the requests are copied', 'Copy the list', 'Enter', '.request-tools [role="status"]', /^Copied/),
  // Chromium's question lies outside of any page: there the permission is part of the manifest, and can't be given back.
  ...(BROWSER === 'firefox'
    ? [
        press(
          'the permission is taken back',
          /^Take it back: Show alerts/,
          'Enter',
          '.permission-list dd:has(a[href="#badge"])',
          /Not granted\./,
        ),
      ]
    : []),
];

const ABOUT: readonly KeyedAction[] = [
  {
    what: 'reading interests in it',
    keys: (page) => pressOn(page, /^Also my topics/, ' '),
    done: (page) => page.$('.debug-tick input:checked'),
  },
  {
    what: 'reading it before',
    keys: (page) => pressOn(page, 'Read it before it is copied', 'Enter'),
    done: (page) => page.$('.debug-info details[open]'),
  },
  press('debug information is copied', 'Copy debug information', 'Enter', '.debug-ways [role="status"]', /^Copied/),
];

const deletes = (button: string, action: string, done: KeyedAction['done'], word?: string): KeyedAction => ({
  what: button,
  prepare: (world) => writeRows(world, 'user', 'topics', [toTopicRow({ name: 'To be deleted', query: 'robots' })]),
  keys: async (page) => {
    await pressOn(page, button, 'Enter');
    await page.waitForSelector('dialog[open]');
    if (word !== undefined) {
      await pressOn(page, `Type “${word}” to go on`);
      await page.keyboard.type(word);
    }
    await pressOn(page, action, 'Enter');
    await page.waitForSelector('dialog[open]', { hidden: true });
  },
  done,
});

const hasNoTopics = async (_page: Page, world: World) => (await readUser(world)).topics.length === 0;

/** The papers could not be fetched again. While that is tried nothing else can be deleted. */
const hasFailed = (page: Page) => hasWords(page, 'button', /^Fetch them now/);

/** Where the server's answers are no feed: to fetch all of it again would take a quarter of a minute each time. */
const DATA: readonly KeyedAction[] = [
  ...BACKUP_ACTIONS,
  choosesNext('backupEvery', /^Off/, 'daily'),
  choosesNext('backupKeep', /^Backups to keep/),
  deletes(
    'Delete the stored papers and fetch them again…',
    'Delete and fetch again',
    async (page, world) => (await readFeed(world)).papers.length === 0 && (await hasFailed(page)),
  ),
  {
    what: 'another try to fetch them',
    prepare: async (world) => world.standIn.clearLog(),
    keys: (page) => pressOn(page, 'Fetch them now', 'Enter'),
    done: async (page, world) =>
      world.standIn.feedRequests().length > 0 && (await page.$('.confirm-ways button:disabled')) === null,
  },
  deletes('Delete everything I made…', 'Delete all of it', hasNoTopics, 'delete'),
  deletes(
    'Delete everything and begin anew…',
    'Delete everything',
    async (page, world) => (await hasNoTopics(page, world)) && (await hasFailed(page)),
    'delete',
  ),
];

/** What the options can do, by section, each action in a page as the one before it left it. */
export const OPTIONS_ACTIONS = {
  badge: BADGE,
  appearance: APPEARANCE,
  schedule: SCHEDULE,
  privacy: PRIVACY,
  about: ABOUT,
  data: DATA,
} satisfies Record<string, readonly KeyedAction[]>;
