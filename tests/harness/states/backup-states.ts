import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import type { BackupData, BackupPaper } from '@/lib/core/backup/backup';
import type { BackupState } from '@/lib/core/backup/backup-state';
import { toBackupFile } from '@/lib/core/backup/to-backup-file';
import { toUtcDay } from '@/lib/core/days/day';
import { minutesAgo, putMeta, putSettings } from './arrange';
import { chooseFile, withTopics } from './arrange-topics';
import { click, clickOn } from './click';
import { putRows } from './database';
import { NARROW, type OptionsState } from './state';
import type { StateWorld } from './worlds';

const FIRST_TOPIC = '00000000-0000-4000-8000-000000000000';

const PAPERS = ['Planning with Language Agents in Long Tasks', 'Glaciers from Space', 'Speech without Text'];

/** Twenty a day for a year and more: what is older than a year is left out. */
function toPapers(): BackupPaper[] {
  const lists = { authors: [], keywords: [], mediaUrls: [], categories: [] };
  return Array.from({ length: 8_400 }, (_, i): BackupPaper => {
    const date = toUtcDay(minutesAgo(Math.floor(i / 20) * 1_440));
    const times = { firstSeenAt: 1, updatedAt: 1 };
    return {
      ...lists,
      ...times,
      id: `2511.${String(i).padStart(5, '0')}`,
      title: `A paper of ${date}`,
      summary: '',
      dailyDate: date,
      upvotes: 1,
      comments: 0,
      listings: [{ source: 'huggingface', date, rank: 100 + (i % 20), firstSeenAt: 1 }],
      seenAt: 1,
    };
  });
}

/** Another profile's: of the topics one is changed there, one is new; three papers are marked. */
function toOther(): BackupData {
  const at = minutesAgo(-5);
  const topic = { colour: 4, badge: true, notify: false, enabled: true, position: 0, createdAt: 1 } as const;
  return {
    statuses: PAPERS.map((title, i) => ({
      paperId: `2611.0900${i}`,
      title,
      starred: { value: true, at },
      note: { value: 'Read this one again before the meeting.', at },
    })),
    topics: [
      { ...topic, id: FIRST_TOPIC, name: 'Agents that plan', query: '(agent* OR "tool use") planning', updatedAt: at },
      { ...topic, id: FIRST_TOPIC.replace(/0$/, '9'), name: 'Glaciers', query: 'glacier*', updatedAt: at },
    ],
    settings: [
      { key: 'keepDays', value: 90, at },
      { key: 'density', value: 'compact', at: minutesAgo(3_000) },
      { key: 'textSize', value: 'large', at },
    ],
    papers: toPapers(),
  };
}

/** As papers that a picked day brought long ago. */
function putOldPapers({ browser }: StateWorld): Promise<void> {
  return putRows(
    browser,
    'feed',
    'papers',
    toPapers().map(({ listings: _listings, seenAt: _seenAt, id, ...paper }) => ({
      ...paper,
      id: id.replace(/^25/, '24'),
    })),
  );
}

async function chooseBackup(page: Page): Promise<void> {
  const digest = async (text: string) => createHash('sha256').update(text).digest('hex');
  await chooseFile(page, (await toBackupFile(toOther(), { at: minutesAgo(30), app: '0.1.0' }, digest)).text);
}

async function withOwn(world: StateWorld): Promise<void> {
  await withTopics(world);
  await putSettings(world, { density: 'comfortable', textSize: 'normal', keepDays: 365 });
  await putOldPapers(world);
}

const last = {
  at: minutesAgo(70),
  file: '/home/ada/Downloads/Daily Papers/daily-papers-backup-3f9c2a71-3.json',
};
const STATE: BackupState = { last: { ...last, bytes: 48_210, isSaved: true, leftOut: 0 }, lookedAt: minutesAgo(70) };

const WHOLE = {
  number: 2,
  file: '/home/ada/Downloads/Daily Papers/daily-papers-backup-3f9c2a71-2.json',
  at: minutesAgo(2_950),
  checksum: '',
  leftOut: 0,
};

const TALL = { width: 1120, height: 1500 };
const withPreview = {
  world: 'full',
  hash: '#data',
  before: withOwn,
  act: chooseBackup,
  shows: '1 topic different',
} as const;

/** As a sync in another page. */
function holdSync(page: Page): Promise<void> {
  return page.evaluate(() => void navigator.locks.request('sync', () => new Promise(() => undefined)));
}

/** Backups, out and in. */
export const BACKUP_STATES: readonly OptionsState[] = [
  {
    name: 'backup: by itself, and the last one could not be saved',
    world: 'full',
    hash: '#data',
    size: TALL,
    before: async (world) => {
      await putSettings(world, { backupEvery: 'daily' });
      const failure = { at: minutesAgo(5), words: 'There is no room left on the disk.' };
      await putMeta(world, 'backup', { ...STATE, failure });
    },
    act: (page) => clickOn(page, '.switch input'),
    shows: 'no room left on the disk',
  },
  {
    name: 'backup: by itself, and damaged rows are not in the last one',
    world: 'full',
    hash: '#data',
    size: TALL,
    before: async (world) => {
      await putSettings(world, { backupEvery: 'daily' });
      const slots = { profile: '3f9c2a71', held: [WHOLE], free: [], next: 4 };
      await putMeta(world, 'backup', { ...STATE, last: { ...last, bytes: 48_210, isSaved: true, leftOut: 2 }, slots });
    },
    shows: 'are not in the last backup',
  },
  {
    name: 'backup: by itself, not allowed, in 320 px',
    world: 'full',
    hash: '#data',
    size: { ...NARROW, height: 2600 },
    before: (world) => putSettings(world, { backupEvery: 'weekly' }),
    shows: 'does not let files be saved',
  },
  {
    name: 'age: asked before papers go',
    world: 'full',
    hash: '#data',
    size: TALL,
    before: (world) => putOldPapers(world),
    act: async (page) => void (await page.select('select:has(option[value="730"])', '90')),
    shows: 'Nothing is deleted before you say so',
  },
  {
    name: 'age: papers go right after the reading',
    world: 'full',
    hash: '#data',
    size: TALL,
    before: async (world) => {
      await putOldPapers(world);
      // A lock that nobody has written his name to is taken away after a second.
      await putMeta(world, 'hold', { holder: 'another page', since: Date.now() });
    },
    act: async (page) => {
      await holdSync(page);
      await page.select('select:has(option[value="730"])', '90');
      await click(page, 'Delete them');
    },
    shows: 'The older papers are deleted right after that',
  },
  { name: 'backup: what a restore would do', ...withPreview, size: { width: 1120, height: 900 } },
  { name: 'backup: what a restore would do, in 320 px', ...withPreview, size: { ...NARROW, height: 1000 } },
  { name: 'backup: what a restore would do, text at 200 %', ...withPreview, textScale: 2, size: TALL },
  {
    name: 'backup: restored',
    ...withPreview,
    size: TALL,
    act: async (page) => {
      await chooseBackup(page);
      await click(page, 'Restore');
    },
    shows: 'papers added',
  },
  {
    name: 'backup: a file that is none',
    world: 'full',
    hash: '#data',
    act: (page) => chooseFile(page, '{\n  "format": "daily-papers-backup",\n  "version": 1,\n  "made" "2026-11-'),
    shows: 'Not restored',
  },
];
