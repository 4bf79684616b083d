import type { Page } from 'puppeteer-core';
import { daysBetween } from '@/lib/core/days/day';
import { putDamagedPaper } from './arrange';
import { chooseFile, putTopics, withAlerts, withTopics } from './arrange-topics';
import { click, clickOn } from './click';
import { leaveOldDraft, refuseCounts, refuseScan } from './inject';
import { NARROW, type OptionsState } from './state';
import type { StateWorld } from './worlds';

const FIRST = '#topics/00000000-0000-4000-8000-000000000000';
const OTHER = '00000000-0000-4000-8000-000000000001';
const QUERY = 'textarea';

async function forgetDrafts({ browser }: StateWorld): Promise<void> {
  const page = await browser.controlPage();
  await page.evaluate(() => localStorage.clear());
}

/** A topic that catches each kind of paper a list must survive. */
const withOddPapers = (world: StateWorld) =>
  putTopics(world, { name: 'Everything', query: 'author:a* OR upvotes:>=0' });
const ODD_PAPERS = 'Everything Everywhere All in Context';

/** Chooses the day of those papers among the bars. */
async function chooseOddDay(page: Page, { days }: StateWorld): Promise<void> {
  await page.waitForFunction(() => /of [\d,]+ stored papers/.test(document.body.textContent ?? ''));
  await clickOn(page, `.day-bar:nth-last-of-type(${daysBetween(days.edge, days.today) + 1})`);
}

/** The workshop: topics, and what they would catch. */
export const TOPIC_STATES: readonly OptionsState[] = [
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
    name: 'a text whose topic was deleted elsewhere',
    world: 'full',
    before: (world) => putTopics(world, { name: 'Video', query: 'video', id: OTHER }),
    inject: leaveOldDraft,
    shows: 'was deleted while you were',
    after: forgetDrafts,
  },
  {
    name: 'a text whose topic was deleted elsewhere, in 320 px, text at 200 %',
    world: 'full',
    before: (world) => putTopics(world, { name: 'Video', query: 'video', id: OTHER }),
    size: NARROW,
    textScale: 2,
    inject: leaveOldDraft,
    shows: 'was deleted while you were',
    after: forgetDrafts,
  },
  {
    name: 'a stored topic that can’t be read',
    world: 'full',
    before: (world) => putTopics(world, { name: 'Planning', query: 'planning OR' }),
    shows: 'Until it is mended',
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
    before: withTopics,
    inject: refuseScan,
    shows: 'could not be searched',
  },
  { name: 'nothing can be counted', world: 'full', before: withTopics, inject: refuseCounts, shows: 'Not counted.' },
  {
    name: 'a stored paper that is damaged',
    world: 'full',
    before: async (world) => {
      await withTopics(world);
      await putDamagedPaper(world);
    },
    shows: '1 stored paper could not be read',
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
    name: 'the hits of one day, in 320 px',
    world: 'full',
    before: withTopics,
    size: { width: 320, height: 1700 },
    act: (page) => clickOn(page, '.day-bar:last-of-type'),
    shows: 'Back to all days',
  },
  {
    name: 'examples: right-to-left, 300 characters, 664 authors, no abstract',
    world: 'full',
    size: { width: 1120, height: 1500 },
    before: withOddPapers,
    act: chooseOddDay,
    shows: ODD_PAPERS,
  },
  {
    name: 'examples in 320 px: right-to-left, 300 characters, 664 authors, no abstract',
    world: 'full',
    size: { width: 320, height: 2900 },
    before: withOddPapers,
    act: chooseOddDay,
    shows: ODD_PAPERS,
  },
  {
    name: 'examples in 320 px, 200 % text',
    world: 'full',
    size: { width: 320, height: 1600 },
    textScale: 2,
    before: withOddPapers,
    act: async (page, world) => {
      await chooseOddDay(page, world);
      await page.$eval('.preview-figures', (figures) => figures.scrollIntoView());
    },
    shows: ODD_PAPERS,
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
