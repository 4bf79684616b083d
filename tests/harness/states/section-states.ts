import { minutesAgo, putDay, putFailure, putMeta, putSettings } from './arrange';
import { withAlerts, withTopics } from './arrange-topics';
import { click, clickOn } from './click';
import { allowAlerts, pretendPrivate, refuseAlerts, refuseCopies, refuseStorage } from './inject';
import { NARROW, type OptionsState } from './state';

/** Every section but the topics. */
export const SECTION_STATES: readonly OptionsState[] = [
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
  { name: 'schedule: background silent', world: 'silent', hash: '#schedule', shows: 'Not updating by itself' },
  {
    name: 'written by a newer version',
    world: 'newer',
    hash: '#schedule',
    shows: 'from a newer version of Daily Papers',
  },
  {
    name: 'schedule: background silent, in 320 px',
    world: 'silent',
    hash: '#schedule',
    size: NARROW,
    shows: 'Not updating by itself',
  },
  { name: 'schedule: the first minute', world: 'under-way', hash: '#schedule', shows: /of 15/ },
  { name: 'schedule: nothing was ever read', world: 'refused', hash: '#schedule', shows: 'never' },
  {
    name: 'schedule, 200 % text',
    world: 'full',
    hash: '#schedule',
    size: { width: 1120, height: 1800 },
    textScale: 2,
    shows: 'The last 15 days',
  },
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
    name: 'alerts of two topics, allowed',
    world: 'full',
    hash: '#badge',
    size: { width: 1120, height: 1000 },
    before: withAlerts,
    inject: allowAlerts,
    shows: 'The browser allows alerts',
  },
  {
    name: 'alerts of two topics, refused',
    world: 'full',
    hash: '#badge',
    size: { width: 1120, height: 1000 },
    before: withAlerts,
    inject: refuseAlerts,
    act: (page) => click(page, 'Allow alerts'),
    shows: 'You can ask again',
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
    name: 'appearance, 200 % text',
    world: 'full',
    hash: '#appearance',
    size: { width: 1120, height: 1800 },
    textScale: 2,
    shows: 'Compact',
  },
  {
    name: 'appearance in 320 px, 200 % text',
    world: 'full',
    hash: '#appearance',
    size: { width: 320, height: 3000 },
    textScale: 2,
    shows: 'Compact',
  },
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
    name: 'data: papers that went for want of room',
    world: 'full',
    hash: '#data',
    before: async (world) => {
      await putSettings(world, { keepDays: 365 });
      await putMeta(world, 'pruned', { at: minutesAgo(3), why: 'room', papers: 1_204, until: '2025-03-02' });
    },
    act: (page) => page.locator('::-p-text(Last deleted)').scroll(),
    shows: 'to make room, since the disk was full',
  },
  {
    name: 'data: the second copy can’t be written',
    world: 'full',
    hash: '#data',
    inject: refuseCopies,
    act: async (page) => {
      const age = 'select:has(option[value="730"])';
      await page.waitForSelector(age);
      await page.select(age, '365');
    },
    shows: 'Not copied.',
  },
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
  {
    name: 'privacy: alerts allowed, 200 % text',
    world: 'full',
    hash: '#privacy',
    size: { width: 1120, height: 3000 },
    textScale: 2,
    inject: allowAlerts,
    shows: 'Take it back',
  },
  {
    name: 'about, 200 % text',
    world: 'full',
    hash: '#about',
    size: { width: 1120, height: 1600 },
    textScale: 2,
    shows: 'For a report',
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
