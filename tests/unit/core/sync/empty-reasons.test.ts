import { describe, expect, it } from 'vitest';
import { type EmptyDay, toEmptyDayReason } from '@/lib/core/sync/empty-reasons';
import type { Failure } from '@/lib/core/sync/failure';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { toStorageReason } from '@/lib/core/sync/storage-reasons';
import { toNoMatchReason, toNothingNewReason } from '@/lib/core/sync/topic-reasons';

const today = '2026-11-23';
const now = new Date(2026, 10, 23, 13, 5).getTime();

const read: LedgerRow = {
  source: 'huggingface',
  date: today,
  state: 'empty',
  papers: 0,
  dropped: [],
  droppedCount: 0,
  pages: [],
  readAt: now,
  triedAt: now,
  attempts: 0,
  jobId: 'a',
};
const failure: Failure = { kind: 'server-error', at: now, status: 503 };
const base: EmptyDay = { day: today, row: read, today, now, earlier: '2026-11-20', reading: false };
const why = (change: Partial<EmptyDay>) => toEmptyDayReason({ ...base, ...change });

describe('a day without papers', () => {
  it.each<[string, Partial<EmptyDay>, string]>([
    ['Saturday', { day: '2026-11-21' }, 'Saturday: the feed rests on weekends. Showing Friday, Nov 20'],
    [
      'Sunday, unread',
      { day: '2026-11-22', row: undefined },
      'Sunday: the feed rests on weekends. Showing Friday, Nov 20',
    ],
    ['today', {}, 'Monday: nothing is out yet. Showing Friday, Nov 20'],
    [
      'a holiday',
      { day: '2026-11-19', earlier: '2026-11-18' },
      'Thursday, Nov 19: nothing was listed. Showing Wednesday, Nov 18',
    ],
    ['an unread day', { day: '2026-11-19', row: undefined }, 'Thursday, Nov 19 was not read yet.'],
    ['a failed day', { row: { ...read, state: 'failed', failure } }, 'Monday, Nov 23 could not be read.'],
  ])('%s', (_name, change, title) => {
    expect(why(change).title).toBe(title);
  });

  it('shows the day whose papers stand below instead', () => {
    expect(why({ day: '2026-11-21' }).showing).toBe('2026-11-20');
    expect(why({ row: { ...read, state: 'failed', failure } }).showing).toBeUndefined();
  });

  it('is on its way while it is read', () => {
    expect(why({ day: '2026-11-19', row: undefined, reading: true })).toEqual({
      title: 'Reading Nov 19',
      loading: true,
    });
  });

  it('tells of a failed day why, when next, and offers to try again', () => {
    const reason = why({ row: { ...read, state: 'failed', failure, nextTryAt: now + 3_600_000 } });
    expect(reason.detail).toContain('Hugging Face has a problem (503).');
    expect(reason.detail).toContain('Next try 14:05.');
    expect(reason.action?.kind).toBe('read-again');
  });
});

describe('an empty database', () => {
  const nothing: Partial<EmptyDay> = { row: undefined, earlier: undefined };

  it.each<[string, Partial<EmptyDay>, string, string | undefined]>([
    [
      'says that a permission is missing',
      { access: false, reading: true },
      'Daily Papers may not read huggingface.co.',
      'grant',
    ],
    ['says that it reads', { reading: true }, 'Reading the first papers', undefined],
    ['says that nothing was read', {}, 'No papers yet.', 'read-again'],
    ['says why it could not', { failure: { kind: 'offline', at: now } }, 'You are offline.', 'read-again'],
  ])('%s', (_name, change, title, action) => {
    const reason = why({ ...nothing, ...change });
    expect(reason.title).toBe(title);
    expect(reason.action?.kind).toBe(action);
  });
});

describe('an empty list of a topic', () => {
  const speech = { name: 'Speech' };

  it('leads to the latest match', () => {
    const reason = toNoMatchReason(speech, { day: today, today, latest: '2026-11-20' });
    expect(reason.title).toBe('No paper today matches Speech.');
    expect(reason.action).toEqual({ kind: 'show-day', day: '2026-11-20', label: 'Show Friday, Nov 20' });
  });

  it('says that no other day has one either', () => {
    const reason = toNoMatchReason(speech, { day: '2026-11-20', today });
    expect(reason.title).toBe('No paper of Friday, Nov 20 matches Speech.');
    expect(reason.detail).toBe('Nor does any other paper of the last 14 days.');
  });

  it('says what is wrong with the query', () => {
    const error = { from: 0, to: 1, message: 'This bracket is not closed.' };
    const reason = toNoMatchReason({ ...speech, error }, { day: today, today });
    expect(reason.detail).toBe('This bracket is not closed.');
    expect(reason.action?.kind).toBe('options');
  });
});

describe('nothing new', () => {
  const reasonOf = (enabled: number, onBadge: number, broken: string[] = []) =>
    toNothingNewReason({ newest: '2026-11-20', today, topics: { enabled, onBadge, broken } });

  it('says since when', () => {
    expect(reasonOf(2, 2)).toEqual({
      title: 'Nothing new since Friday, Nov 20.',
      detail: 'Every paper that matches a topic has been shown to you.',
    });
    expect(reasonOf(2, 1).detail).toBe('Every paper that matches a topic on the badge has been shown to you.');
  });

  it('says that no topic is on the badge', () => {
    expect(reasonOf(1, 0).title).toBe('None of your topics is counted on the badge.');
  });

  it.each<[number, string[], string, string]>([
    [1, ['Speech'], 'The query of Speech can’t be read.', 'So nothing is found for it.'],
    [
      2,
      ['Speech'],
      'The query of Speech can’t be read.',
      'So nothing is found for it. The other topics have nothing new.',
    ],
    [2, ['Speech', 'Video'], 'The query of Speech and 1 more can’t be read.', 'So nothing is found for them.'],
  ])('names the broken ones of %i topics: %j', (onBadge, broken, title, detail) => {
    const reason = reasonOf(onBadge, onBadge, broken);
    expect(reason).toMatchObject({ title, detail, action: { kind: 'options' } });
  });

  it('proposes topics where there are none', () => {
    expect(reasonOf(0, 0).action?.kind).toBe('options');
  });
});

it('passes the browser’s own words on when it refuses the database', () => {
  expect(toStorageReason('InvalidStateError: no').detail).toContain('InvalidStateError: no');
});
