import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeAll, describe, it } from 'vitest';
import { toTopicsFile } from '@/lib/core/topics/topics-file';
import { toAlertingLaunch } from './support/alerts';
import { askRecount } from './support/ask';
import { chooseItem, hasWords, type KeyedAction, performByKeys, pressBefore, pressOn } from './support/keyed-action';
import { OPTIONS_ACTIONS, ROBOTS, TOPIC_ACTIONS } from './support/options-actions';
import { untilPopup } from './support/popup-page';
import { readUser, writeRows } from './support/stores';
import { startSyncedWorld } from './support/synced-world';
import { toTopicRow } from './support/topic-row';
import { SUBJECTS, toWordedFeed } from './support/worded-feed';
import type { World } from './support/world';

const SPEECH = toTopicRow({ name: 'Speech', query: 'speech', position: 1 });

let world: World;
beforeAll(async () => {
  const ends: (() => void)[] = [];
  const launch = toAlertingLaunch((work) => ends.push(work));
  // Firefox would show that something was saved, in a panel that takes the focus from the page.
  const prefs = { ...launch.prefs, 'browser.download.alwaysOpenPanel': false };
  world = await startSyncedWorld({ feed: toWordedFeed(), launch: { ...launch, prefs } });
  // What is new stays it while the sum is looked at.
  await writeRows(world, 'user', 'settings', [{ key: 'clearNewBy', value: 'hand' }]);
  await writeRows(world, 'user', 'topics', [ROBOTS]);
  await askRecount(world);
  return async () => {
    await world.close();
    for (const end of ends) end();
  };
});

const readTopics = async () => (await readUser(world)).topics.filter((topic) => topic.deletedAt === undefined);
const isTab = (page: Page, id: string) => page.$(`[data-tab="${id}"][aria-selected="true"]:focus`);
const readMonth = (page: Page) => page.$eval('.calendar-head h3', (head) => head.textContent ?? '');

async function open(path: string, selector: string): Promise<Page> {
  const page = await world.browser.openPage(path);
  await page.bringToFront();
  await page.waitForSelector(selector);
  return page;
}

const pressOnce = (page: Page, name: string) => pressOn(page, name, 'Enter');

const copies = (item: RegExp, words: RegExp): KeyedAction => ({
  what: `copy: ${words.source}`,
  keys: async (page) => {
    await pressOn(page, 'More', 'Enter');
    await chooseItem(page, item);
  },
  done: (page) => hasWords(page, '.popup-done', words),
});

const goesTo = (id: string, item: RegExp): KeyedAction => ({
  what: `the list ${id}`,
  keys: async (page) => {
    // From the cards: they stand behind it.
    await pressBefore(page, 'Lists');
    await chooseItem(page, item);
  },
  done: (page) => isTab(page, id),
});

const POPUP: readonly KeyedAction[] = [
  copies(/^Copy link/, /Link copied/),
  copies(/^Copy citation as BibTeX/, /BibTeX entry copied/),
  copies(/^Copy citation as text/, /Citation copied/),
  goesTo('later', /^Go to Later/),
  {
    what: 'from there to the list starred',
    keys: async (page) => {
      await pressOn(page, 'Lists', 'Enter');
      await chooseItem(page, /^Go to Starred/);
    },
    done: (page) => isTab(page, 'starred'),
  },
  {
    what: 'the list New by the arrows',
    keys: async (page) => {
      await page.keyboard.press('Home');
      await page.waitForSelector('[data-tab="all"]:focus');
      await page.keyboard.press('ArrowRight');
    },
    done: (page) => page.$('[data-tab="new"][aria-selected="true"]:focus'),
  },
  {
    what: 'a part of the sum',
    keys: (page) => pressOn(page, /^Robots \d/, 'Enter'),
    done: (page) => page.$('.sum-button[aria-pressed="true"]'),
  },
  {
    what: 'the whole sum again',
    keys: (page) => pressOn(page, 'Show all', 'Enter'),
    done: async (page) => (await page.$('.sum-button[aria-pressed="true"]')) === null,
  },
];

describe('the popup, by keys alone', () => {
  it('copies, follows, goes to every list, takes the sum apart and turns the years', async () => {
    const popup = await world.browser.openPopupTab();
    await popup.bringToFront();
    await untilPopup(popup, 'the list', ({ cards }) => cards.length >= SUBJECTS.length);
    await popup.waitForSelector('.card-tools');
    await performByKeys(world, popup, POPUP);
    await performByKeys(world, popup, [
      {
        what: 'the calendar',
        keys: (page) => page.keyboard.press('c'),
        done: (page) => page.$('.calendar-day:focus'),
      },
    ]);
    for (const [name, press] of [
      ['Earlier month', pressBefore],
      ['Later month', pressOnce],
      ['Earlier year', pressBefore],
      ['Later year', pressOnce],
    ] as const) {
      const before = await readMonth(popup);
      const done = async (page: Page) => (await readMonth(page)) !== before;
      await performByKeys(world, popup, [{ what: name, keys: (page) => press(page, name), done }]);
    }
    await popup.keyboard.press('Escape');
    await popup.waitForFunction(() => !document.querySelector('dialog'));
    await performByKeys(world, popup, [
      {
        what: 'an open card',
        keys: async (page) => {
          await page.keyboard.press('j');
          await page.keyboard.press('o');
        },
        done: (page) => page.$('.card.is-open'),
      },
      {
        what: 'an author is followed from it',
        keys: async (page) => {
          await pressOn(page, 'More', 'Enter');
          await chooseItem(page, /^Follow Author/);
        },
        done: async () => (await readTopics()).some(({ query }) => query.startsWith('author:')),
      },
    ]);
    await popup.close();
  });
});

describe('the options, by keys alone', () => {
  it('set everything of a topic, and export and import topics', async () => {
    const page = await open(`options.html#topics/${ROBOTS.id}`, 'textarea');
    await performByKeys(world, page, TOPIC_ACTIONS);
    const folder = mkdtempSync(join(tmpdir(), 'daily-papers-keys-'));
    try {
      const path = join(folder, 'topics.json');
      writeFileSync(path, toTopicsFile([SPEECH]));
      await performByKeys(world, page, [
        {
          what: 'the export',
          keys: async (page) => {
            await page.evaluate(() => {
              const real = URL.createObjectURL;
              URL.createObjectURL = (blob) => {
                void (blob as Blob).text().then((text) => Object.assign(globalThis, { exported: text }));
                return real.call(URL, blob);
              };
            });
            await pressOn(page, 'Export topics', 'Enter');
          },
          done: (page) =>
            page.evaluate(() => String((globalThis as { exported?: string }).exported ?? '').includes('Robots')),
        },
        {
          what: 'the import',
          keys: async (page) => {
            // The chooser itself is the system's.
            await pressOn(page, /^Import topics/);
            const input = (await page.$('input[type="file"]')) as ElementHandle<HTMLInputElement>;
            await input.uploadFile(path);
            await page.waitForSelector('dialog[open]');
            await pressOn(page, 'Import 1 topic', 'Enter');
          },
          done: async () => (await readTopics()).some(({ id }) => id === SPEECH.id),
        },
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    await page.close();
  });

  it.each(Object.entries(OPTIONS_ACTIONS))('do everything under #%s', async (section, actions) => {
    world.standIn.clearLog();
    if (section === 'data') world.standIn.play({ kind: 'html' });
    const page = await open(`options.html#${section}`, 'h1');
    await performByKeys(world, page, actions);
    await page.close();
  });
});
