import { describe, expect, it } from 'vitest';
import type { BackupData } from '@/lib/core/backup/backup';
import {
  describeRestore,
  type RestoredFeed,
  type RestoredPapers,
  withoutPapers,
} from '@/lib/core/backup/describe-restore';
import { type CurrentRows, planRestore } from '@/lib/core/backup/plan-restore';
import { toRestoreSummary } from '@/lib/core/backup/restore-summary';
import { mergeTopic } from '@/lib/core/merge/merge-topic';
import { DATA, NO_PAPERS } from './sample';

const NONE: BackupData = { statuses: [], topics: [], settings: [] };
const EMPTY: CurrentRows = { statuses: new Map(), topics: new Map(), settings: new Map() };
const [STATUS] = DATA.statuses as [BackupData['statuses'][number]];
const [TOPIC] = DATA.topics as [BackupData['topics'][number]];

const papers = (change: Partial<RestoredPapers>): RestoredFeed => ({ papers: { ...NO_PAPERS, ...change } });
const describeFile = (file: Partial<BackupData>, feed: RestoredFeed = {}, here: Partial<CurrentRows> = {}) =>
  describeRestore(planRestore({ ...NONE, ...file }, { ...EMPTY, ...here }), feed);
const summarise = (...asked: Parameters<typeof describeFile>) => toRestoreSummary(describeFile(...asked));

const status = (note: string, at: number) => ({ ...STATUS, note: { value: note, at } });
const here = (note: string, at: number) => ({ statuses: new Map([[STATUS.paperId, status(note, at)]]) });
const starredAt = (at: number) => ({ ...STATUS, starred: { value: true, at } });

describe('the summary of a restore that would change nothing', () => {
  it('says that all of it is here', () => {
    const all = { statuses: [STATUS] };
    expect(summarise(all, {}, { statuses: new Map([[STATUS.paperId, STATUS]]) })).toBe(
      'Everything in it is here already, so nothing would change.',
    );
    expect(summarise({}, papers({ here: 2 }))).toBe('Everything in it is here already, so nothing would change.');
  });

  it('does not say so of a file with nothing in it, nor of papers that are left out', () => {
    expect(summarise({})).toBe('There is nothing in it, so nothing would change.');
    expect(summarise({}, papers({ old: 2 }))).toBe(
      'But for papers that are left out, there is nothing in it, so nothing would change.',
    );
    expect(summarise({}, papers({ here: 1, ahead: 2 }))).toBe(
      'But for papers that are left out, everything in it is here already, so nothing would change.',
    );
    expect(summarise({}, { isWithoutFeed: true })).toBe(
      'But for its papers, there is nothing in it, so nothing would change.',
    );
    expect(toRestoreSummary(withoutPapers(describeFile({}, papers({ fresh: 2, placing: 2, writing: 2 }))))).toBe(
      'But for its papers, there is nothing in it, so nothing would change.',
    );
  });

  it('does not say so where what is here is another and stays, later or of the same moment', () => {
    const words = 'What differs is at least as new here and stays, so nothing would change.';
    expect(summarise({ statuses: [status('old', 6)] }, {}, here('new', 9))).toBe(words);
    expect(summarise({ statuses: [status('a', 6)] }, {}, here('b', 6))).toBe(words);
    const and = 'What differs is at least as new here and stays, and the rest is here already';
    const settings = [{ key: 'theme', value: 'dark', at: 1 }];
    const both = { ...here('new', 9), settings: new Map([['theme', { key: 'theme', value: 'dark', at: 1 }]]) };
    expect(summarise({ statuses: [status('old', 6)], settings }, {}, both)).toBe(`${and}, so nothing would change.`);
    expect(summarise({ statuses: [status('old', 6)] }, papers({ here: 1 }), here('new', 9))).toBe(
      `${and}, so nothing would change.`,
    );
    const noted = [{ key: 'theme', value: 'dark', at: 2 }];
    expect(summarise({ statuses: [status('old', 6)], settings: noted }, {}, both)).toBe(
      `${and}. What would change: it is noted when something was done.`,
    );
  });
});

describe('the summary of a restore of which nothing new comes', () => {
  const current = {
    statuses: new Map([[STATUS.paperId, STATUS]]),
    topics: new Map([[TOPIC.id, TOPIC]]),
  };

  it.each<[what: string, file: Partial<BackupData>, feed: RestoredFeed, words: string]>([
    ['when something was done', { statuses: [starredAt(99)] }, {}, 'it is noted when something was done'],
    [
      'when something was done to a topic',
      { topics: [{ ...TOPIC, updatedAt: 99 }] },
      {},
      'it is noted when something was done or deleted',
    ],
    ['an earlier moment of being seen', {}, papers({ here: 2, writing: 2 }), 'it is noted when something was shown'],
    ['what was seen', {}, papers({ here: 2, newlySeen: 2, writing: 2 }), '2 papers are not new any more'],
    [
      'places',
      {},
      papers({ here: 2, placed: 1, placing: 2, writing: 2 }),
      'papers are added to lists that they were in',
    ],
    [
      'all of that',
      { statuses: [starredAt(99)] },
      papers({ here: 2, newlySeen: 1, placing: 1, writing: 3 }),
      '1 paper is not new any more, papers are added to lists that they were in and it is noted when something was done or shown',
    ],
  ])('says that: %s', (_what, file, feed, words) => {
    expect(summarise(file, feed, current)).toBe(`Everything in it is here already. What would change: ${words}.`);
  });
});

describe('the summary of a restore that brings something', () => {
  const merged =
    'It is merged with what is here: of two values the later one stays, and nothing that only one side has is lost.';
  const some = { statuses: [STATUS] };

  it('says what one undo takes back', () => {
    expect(summarise(some)).toBe(`${merged} One undo takes all of it back.`);
    expect(summarise(some, papers({ fresh: 1, placing: 2, writing: 2 }))).toBe(
      `${merged} One undo takes all of it back but the papers and their places in the lists.`,
    );
    expect(summarise(some, papers({ here: 1, placed: 1, placing: 1, writing: 1 }))).toBe(
      `${merged} One undo takes all of it back but the places in the lists.`,
    );
  });

  it('promises no undo of papers alone, but where they make others seen', () => {
    expect(summarise({}, papers({ fresh: 1, placing: 2, writing: 2 }))).toBe(
      'Papers that are missing here are added, and nothing is taken away. There is no undo for that.',
    );
    expect(summarise({}, papers({ fresh: 1, here: 1, newlySeen: 1, placing: 2, writing: 3 }))).toMatch(
      /One undo takes all of it back but the papers and their places in the lists\.$/,
    );
  });

  it('does not say that nothing is lost where papers that are here go', () => {
    const settings = [{ key: 'keepDays', value: 90, at: 9 }];
    expect(summarise({ settings }, { pruning: { keepDays: 90, papers: 3 } })).toMatch(
      /and nothing you made that only one side has is lost\. One undo takes all of it back but the papers that are deleted\.$/,
    );
  });
});

describe('a longer keeping of papers', () => {
  it('is told of as what an undo leaves, and a shorter one is not', () => {
    const keep = (value: number, at: number) => ({ key: 'keepDays', value, at });
    const summariseKeeping = (file: number, here: number) =>
      summarise({ settings: [keep(file, 9)] }, {}, { settings: new Map([['keepDays', keep(here, 5)]]) });
    for (const longer of [365, 0])
      expect(summariseKeeping(longer, 90)).toMatch(/One undo takes all of it back but how long papers are kept\.$/);
    expect(summariseKeeping(90, 365)).toMatch(/One undo takes all of it back\.$/);
  });
});

describe('a topic that was deleted', () => {
  it('is not summed up as here, and what the file tells of it is', () => {
    const deleted = { ...TOPIC, deletedAt: 9 };
    const noted = 'What would change: it is noted when something was done or deleted.';
    expect(summarise({ topics: [deleted] })).toBe(`It only tells that a topic was deleted. ${noted}`);
    expect(summarise({ topics: [deleted, { ...deleted, id: 'other' }] })).toBe(
      `It only tells that 2 topics were deleted. ${noted}`,
    );
    const topics = new Map([[TOPIC.id, mergeTopic(deleted, deleted)]]);
    expect(summarise({ topics: [deleted] }, {}, { topics })).toBe(
      'It only tells that a topic was deleted, so nothing would change.',
    );
    expect(summarise({ topics: [deleted] }, papers({ here: 2 }), { topics })).toBe(
      'Everything in it is here already or was deleted, so nothing would change.',
    );
    expect(summarise({ topics: [deleted], statuses: [status('old', 6)] }, {}, { topics, ...here('new', 9) })).toBe(
      'What differs is at least as new here and stays, and the rest was deleted, so nothing would change.',
    );
  });

  it('is not told of as the same as one that is not here, nor as different from one that was deleted too', () => {
    const deleted = { ...TOPIC, deletedAt: 9 };
    const [, topics] = describeFile({ topics: [deleted] }).kinds;
    expect(topics).toMatchObject({ freshCount: 0, equal: 0, gone: 1, differentCount: 0 });
    const renamed = new Map([[TOPIC.id, { ...deleted, name: 'Other' }]]);
    expect(describeFile({ topics: [deleted] }, {}, { topics: renamed }).kinds[1]).toMatchObject({
      gone: 1,
      differentCount: 0,
    });
    const alive = new Map([[TOPIC.id, TOPIC]]);
    expect(describeFile({ topics: [deleted] }, {}, { topics: alive }).kinds[1]).toMatchObject({
      gone: 0,
      differentCount: 1,
    });
  });
});
