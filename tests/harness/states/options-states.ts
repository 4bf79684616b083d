import {
  chooseFile,
  FOUR_TOPICS,
  minutesAgo,
  putDamagedPaper,
  putDay,
  putFailure,
  putSettings,
  putTopics,
} from './arrange';
import { click, clickOn } from './click';
import { leaveOldDraft, pretendPrivate, refuseStorage } from './inject';
import { NARROW, type State } from './state';
import type { StateWorld } from './worlds';

type OptionsState = Omit<State, 'surface'>;

const withTopics = (world: StateWorld) => putTopics(world, ...FOUR_TOPICS);
const withAlerts = (world: StateWorld) =>
  putTopics(
    world,
    { name: 'Agents', query: 'agent*', notify: true },
    { name: 'Video', query: 'video', notify: true },
    'Reasoning',
  );
const FIRST = '#topics/00000000-0000-4000-8000-000000000000';
const QUERY = 'textarea';

async function forgetDrafts({ browser }: StateWorld): Promise<void> {
  const page = await browser.controlPage();
  await page.evaluate(() => localStorage.clear());
}

const TOPICS: OptionsState[] = [
  { name: 'topics', world: 'full', before: withTopics, shows: /of [\d,]+ stored papers/ },
  { name: 'no topics', world: 'full', shows: 'No topics yet' },
  { name: 'a new topic', world: 'full', before: withTopics, hash: '#topics/new', shows: 'appears here while you type' },
  {
    name: 'a query with an error',
    world: 'full',
    before: withTopics,
    hash: FIRST,
    act: async (page) => {
      await clickOn(page, QUERY);
      await page.keyboard.press('End');
      await page.locator(QUERY).fill('(agent* OR "tool use") language -survey upvotes:>=5 (planning');
    },
    shows: /not closed/,
  },
  {
    name: 'a topic that was changed elsewhere',
    world: 'full',
    before: withTopics,
    hash: FIRST,
    inject: leaveOldDraft,
    shows: 'changed elsewhere while you were',
    after: forgetDrafts,
  },
  {
    name: 'a topic that was changed elsewhere, in 320 px, text at 200 %',
    world: 'full',
    before: withTopics,
    hash: FIRST,
    size: NARROW,
    textScale: 2,
    inject: leaveOldDraft,
    shows: 'changed elsewhere while you were',
    after: forgetDrafts,
  },
  {
    name: 'a stored topic that can’t be read',
    world: 'full',
    before: (world) => putTopics(world, { name: 'Planning', query: 'planning OR' }),
    shows: 'Planning',
  },
  {
    name: 'a topic that catches nothing',
    world: 'full',
    before: (world) => putTopics(world, { name: 'Glaciology', query: 'title:glaciology' }),
    shows: 'Nothing stored matches',
  },
  { name: 'a topic that would alert, not allowed', world: 'full', before: withAlerts, shows: 'does not allow alerts' },
  {
    name: 'a topic that would alert, not allowed, in 320 px',
    world: 'full',
    before: withAlerts,
    size: NARROW,
    shows: 'does not allow alerts',
  },
  {
    name: 'papers that can’t be searched',
    world: 'full',
    before: async (world) => {
      await withTopics(world);
      await putDamagedPaper(world);
    },
    shows: 'could not be searched',
  },
  {
    name: 'a topic that is off',
    world: 'full',
    before: (world) => putTopics(world, { name: 'Video', query: 'video', enabled: false }, 'Reasoning'),
    shows: 'off',
  },
  {
    name: 'long names and a long query',
    world: 'full',
    before: (world) =>
      putTopics(
        world,
        {
          name: 'Everything that I have ever wanted to read about language models and their agents',
          query: `${'"language model" OR '.repeat(30)}agents`,
        },
        'Reasoning',
      ),
    shows: 'Everything that I have',
  },
  {
    name: 'a field is completed',
    world: 'full',
    before: withTopics,
    hash: '#topics/new',
    act: async (page) => {
      await page.waitForSelector(QUERY);
      await page.type(QUERY, 'robots aut');
    },
    shows: 'author:',
  },
  {
    name: 'how to write a query',
    world: 'full',
    before: withTopics,
    act: (page) => clickOn(page, '.reference-button'),
    shows: 'A click adds an example',
  },
  {
    name: 'how to write a query, beside the editor',
    world: 'full',
    before: withTopics,
    size: { width: 1440, height: 900 },
    act: async (page) => {
      await clickOn(page, '.reference-button');
      await page.type(QUERY, ' dif*sion');
    },
    shows: 'A star can only end a word',
  },
  {
    name: 'how to write a query, in 320 px',
    world: 'full',
    before: withTopics,
    size: NARROW,
    act: (page) => clickOn(page, '.reference-button'),
    shows: 'A click adds an example',
  },
  {
    name: 'a file of topics, before it is taken in',
    world: 'full',
    before: withTopics,
    act: (page) => chooseFile(page),
    shows: 'Import 1 topic',
  },
  {
    name: 'a file that is no file of topics',
    world: 'full',
    before: withTopics,
    act: (page) => chooseFile(page, '{"topics": 7}'),
    shows: 'Not imported',
  },
  {
    name: 'the hits of one day',
    world: 'full',
    before: withTopics,
    act: (page) => clickOn(page, '.day-bar:last-of-type'),
    shows: /of [\d,]+ stored papers/,
  },
  {
    name: 'overlap with another topic',
    world: 'full',
    before: (world) =>
      putTopics(
        world,
        { name: 'Video', query: 'video' },
        { name: 'Diffusion', query: 'diffusion' },
        'Video generation',
      ),
    shows: 'Also in',
  },
  {
    name: 'ready-made topics',
    world: 'full',
    before: withTopics,
    act: (page) => click(page, 'Pick from examples…'),
    shows: 'Pick from examples',
  },
  {
    name: 'a deleted topic, to be undone',
    world: 'full',
    before: withTopics,
    act: async (page) => {
      // The figures above it push it down.
      await page.waitForFunction(() => /of [\d,]+ stored papers/.test(document.body.textContent ?? ''));
      await click(page, 'Delete topic');
    },
    shows: 'Undo',
  },
  { name: 'topics in 320 px', world: 'full', before: withTopics, size: NARROW, shows: /of [\d,]+ stored papers/ },
  { name: 'topics, 200 % text', world: 'full', before: withTopics, textScale: 2, shows: /of [\d,]+ stored papers/ },
  {
    name: 'topics in 320 px, 200 % text',
    world: 'full',
    before: withTopics,
    size: NARROW,
    textScale: 2,
    shows: /of [\d,]+ stored papers/,
  },
  {
    name: 'first minute: topics without papers',
    world: 'empty',
    before: withTopics,
    shows: 'No papers are stored yet',
  },
];

const SECTIONS: OptionsState[] = [
  { name: 'sources and schedule', world: 'full', hash: '#schedule', shows: 'The last 15 days' },
  {
    name: 'schedule: offline, a day that failed, items left out',
    world: 'full',
    hash: '#schedule',
    before: async (world) => {
      await putFailure(world, { kind: 'offline', at: minutesAgo(4) });
      await putDay(world, world.days.edge, {
        dropped: [{ index: 3, id: '2611.00001', why: 'no title' }],
        droppedCount: 3,
      });
      await putDay(world, world.days.dense, {
        state: 'failed',
        papers: 0,
        failure: { kind: 'wrong-shape', at: minutesAgo(4), detail: 'an object' },
        nextTryAt: minutesAgo(-60),
      });
    },
    act: (page) => clickOn(page, 'summary'),
    shows: 'You are offline',
  },
  {
    name: 'schedule: rate-limited',
    world: 'full',
    hash: '#schedule',
    before: (world) => putFailure(world, { kind: 'rate-limited', at: minutesAgo(1), until: minutesAgo(-14) }),
    shows: 'asked us to wait until',
  },
  {
    name: 'schedule: permission missing',
    world: 'full',
    hash: '#schedule',
    before: ({ browser }) => browser.setFeedAccess(false),
    shows: 'Not allowed to read',
    after: ({ browser }) => browser.setFeedAccess(true),
  },
  { name: 'schedule: the first minute', world: 'under-way', hash: '#schedule', shows: /of 15/ },
  { name: 'schedule: nothing was ever read', world: 'refused', hash: '#schedule', shows: 'never' },
  { name: 'schedule in 320 px', world: 'full', hash: '#schedule', size: NARROW, shows: 'The last 15 days' },
  { name: 'badge', world: 'full', hash: '#badge', before: withTopics, shows: 'New matches' },
  {
    name: 'alerts of two topics, not allowed',
    world: 'full',
    hash: '#badge',
    size: { width: 1120, height: 1000 },
    before: withAlerts,
    shows: 'Not allowed',
  },
  {
    name: 'alerts not allowed, in 320 px, 200 % text',
    world: 'full',
    hash: '#badge',
    size: { width: 320, height: 3200 },
    before: withAlerts,
    textScale: 2,
    shows: 'Not allowed',
  },
  {
    name: 'quiet hours, no topic alerts',
    world: 'full',
    hash: '#badge',
    size: { width: 1120, height: 1000 },
    before: (world) => putSettings(world, { quietHours: true }),
    shows: 'Every night from 22:00 to 07:00',
  },
  {
    name: 'quiet hours in 320 px',
    world: 'full',
    hash: '#badge',
    size: { width: 320, height: 1320 },
    before: (world) => putSettings(world, { quietHours: true }),
    shows: 'Every night from 22:00 to 07:00',
  },
  { name: 'badge without topics', world: 'full', hash: '#badge', shows: 'No topic is on' },
  { name: 'appearance', world: 'full', hash: '#appearance', shows: 'Compact' },
  {
    name: 'appearance: a stored value that is not understood',
    world: 'full',
    hash: '#appearance',
    before: (world) => putSettings(world, { theme: 'sepia' }),
    shows: 'sepia',
  },
  { name: 'data', world: 'full', hash: '#data', before: withTopics, shows: 'Topics, deleted ones too' },
  { name: 'data in 320 px', world: 'full', hash: '#data', size: NARROW, shows: 'Topics, deleted ones too' },
  {
    name: 'data: deleting everything',
    world: 'full',
    hash: '#data',
    act: (page) => click(page, 'Delete everything I made…'),
    shows: 'Delete everything you made?',
  },
  {
    name: 'data: deleting the papers, in 320 px',
    world: 'full',
    hash: '#data',
    size: NARROW,
    act: (page) => click(page, 'Delete the stored papers and fetch them again…'),
    shows: 'Delete the stored papers?',
  },
  {
    name: 'data: beginning anew',
    world: 'full',
    hash: '#data',
    act: (page) => click(page, 'Delete everything and begin anew…'),
    shows: 'Delete everything and begin anew?',
  },
  {
    name: 'data: beginning anew, in 320 px',
    world: 'full',
    hash: '#data',
    size: NARROW,
    act: (page) => click(page, 'Delete everything and begin anew…'),
    shows: 'Delete everything and begin anew?',
  },
  {
    name: 'data: beginning anew, text at 200 %',
    world: 'full',
    hash: '#data',
    textScale: 2,
    act: (page) => click(page, 'Delete everything and begin anew…'),
    shows: 'Delete everything and begin anew?',
  },
  {
    name: 'data: deleted, and not fetched again',
    world: 'full',
    hash: '#data',
    size: { width: 1120, height: 1100 },
    act: async (page, { standIn }) => {
      standIn.play({ kind: 'html' });
      await click(page, 'Delete the stored papers and fetch them again…');
      await page.locator('dialog[open] .button-solid').click();
    },
    shows: 'could not be fetched again',
    after: async ({ standIn }) => standIn.reset(),
  },
  { name: 'privacy', world: 'full', hash: '#privacy', shows: 'Ask one host' },
  {
    name: 'privacy: permission missing',
    world: 'full',
    hash: '#privacy',
    before: ({ browser }) => browser.setFeedAccess(false),
    shows: 'Not granted',
    after: ({ browser }) => browser.setFeedAccess(true),
  },
  { name: 'about', world: 'full', hash: '#about', shows: 'For a report' },
  {
    name: 'privacy: the requests that were made',
    world: 'full',
    hash: '#privacy',
    size: { width: 1120, height: 1600 },
    shows: /requests?/,
  },
  {
    name: 'privacy in 320 px',
    world: 'full',
    hash: '#privacy',
    size: NARROW,
    shows: 'Ask one host',
  },
  { name: 'about in 320 px', world: 'full', hash: '#about', size: NARROW, shows: 'Not affiliated' },
  {
    name: 'a private window without storage',
    world: 'full',
    inject: pretendPrivate,
    shows: 'This is a private window',
  },
  {
    name: 'storage failing',
    world: 'full',
    inject: refuseStorage,
    shows: 'refuses to store or read',
  },
];

export const OPTIONS_STATES: readonly State[] = [...TOPICS, ...SECTIONS].map((state) => ({
  ...state,
  surface: 'options',
}));
