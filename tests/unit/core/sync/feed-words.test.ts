import { describe, expect, it } from 'vitest';
import type { Failure } from '@/lib/core/sync/failure';
import { type FeedConditions, type FeedFacts, toFeedNote, toFeedSentence } from '@/lib/core/sync/feed-words';
import type { Schedule, SyncJob } from '@/lib/core/sync/state';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = new Date(2026, 10, 23, 13, 5).getTime();

const read: Schedule = { nextDueAt: now + HOUR, lastAttemptAt: now, lastSuccessAt: now - 5 * MINUTE, failures: 0 };
const failed = (failure: Failure): Schedule => ({ ...read, lastSuccessAt: now - 3 * HOUR, failures: 1, failure });
const job: SyncJob = {
  id: 'a',
  trigger: 'hand',
  startedAt: now,
  requests: 3,
  newPapers: 0,
  daysDone: 3,
  daysPlanned: 11,
  paging: { date: '2026-11-18', page: 1 },
};
const { paging, ...unpaged } = job;

describe('the state of the feed in words', () => {
  it.each<[string, FeedFacts, string]>([
    ['read and scheduled', { schedule: read }, 'Read 5 min ago, next 14:05'],
    ['read, only by hand', { schedule: { ...read, nextDueAt: null } }, 'Read 5 min ago, next by hand'],
    ['overdue', { schedule: { ...read, nextDueAt: now - 1 } }, 'Read 5 min ago, due now'],
    ['never read', {}, 'Not read yet'],
    [
      'a failure, overdue',
      { schedule: { ...failed({ kind: 'broken-json', at: now }), nextDueAt: now - 1 } },
      'The answer was cut off on its way, next try due now',
    ],
    [
      'under way, a picked day between two steps',
      { job: { ...unpaged, daysPlanned: 1, wantedOnly: true }, wanted: ['2026-09-30'] },
      'Reading Sep 30',
    ],
    ['under way, a day on its way', { job: { ...unpaged, reading: '2026-11-17' } }, 'Reading Nov 17 (4 of 11)'],
    ['due tomorrow', { schedule: { ...read, nextDueAt: now + 20 * HOUR } }, 'Read 5 min ago, next tomorrow 09:05'],
    ['under way, paging', { schedule: read, job }, 'Reading Nov 18 (4 of 11)'],
    ['under way, day unknown', { job: unpaged }, 'Reading the feed (4 of 11)'],
    ['under way, one day', { job: { ...job, daysDone: 0, daysPlanned: 1 } }, 'Reading Nov 18'],
    ['at its last step', { job: { ...unpaged, daysDone: 11 } }, 'Reading the feed (11 of 11)'],
    [
      'offline',
      { schedule: failed({ kind: 'offline', at: now }) },
      'You are offline, last read 3 h ago, next try 14:05',
    ],
    [
      'a failure of the server',
      { schedule: failed({ kind: 'server-error', at: now, status: 503 }) },
      'Hugging Face has a problem (503), next try 14:05',
    ],
    [
      'a failure, only by hand',
      { schedule: { ...failed({ kind: 'server-error', at: now, status: 503 }), nextDueAt: null } },
      'Hugging Face has a problem (503)',
    ],
    [
      'asked to wait',
      { schedule: failed({ kind: 'rate-limited', at: now, until: now + 5 * MINUTE }) },
      'The feed asked us to wait until 13:10',
    ],
    [
      'asked to wait, the last reading was good',
      { schedule: read, politeness: { lastRequestAt: now, notBefore: now + 2 * MINUTE, day: '', requestsToday: 1 } },
      'The feed asked us to wait until 13:07',
    ],
  ])('%s', (_name, facts, words) => {
    expect(toFeedSentence(facts, now)).toBe(words);
  });

  it.each<[string, FeedFacts, FeedConditions, string, string]>([
    ['a missing permission above all', { schedule: read, job }, { access: false }, 'wrong', 'Not allowed'],
    [
      'a newer version’s data above all',
      { job },
      { isNewer: true, access: false },
      'wrong',
      'From a newer version: only shown',
    ],
    ['a reading above a silent background', { job }, { background: 'silent' }, 'busy', 'Reading Nov 18'],
    ['the button’s press', { schedule: read }, { asking: true }, 'busy', 'Asking for new papers'],
    [
      'a silent background',
      { schedule: read },
      { background: 'silent' },
      'wrong',
      'Not updating by itself, last read 5 min',
    ],
    [
      'a failure that could not be stored above the reading that can’t store its end',
      { schedule: read, job },
      { failed: { kind: 'storage', at: now + 1, detail: 'QuotaExceededError' } },
      'wrong',
      'The browser could not store the papers, next try 14:05',
    ],
    [
      'a reading that began after it',
      { schedule: read, job: { ...job, startedAt: now + 2 } },
      { failed: { kind: 'storage', at: now + 1, detail: '' } },
      'busy',
      'Reading Nov 18',
    ],
    [
      'one before the first reading was stored',
      {},
      { failed: { kind: 'storage', at: now, detail: '' } },
      'wrong',
      'The browser could not store the papers',
    ],
    [
      'no failure of before the last reading',
      { schedule: read },
      { failed: { kind: 'storage', at: now - 1, detail: '' } },
      'calm',
      'Read 5 min ago',
    ],
    ['the day that is read', { job: unpaged }, { reading: '2026-11-17' }, 'busy', 'Reading Nov 17 (4 of 11)'],
  ])('says %s', (_name, facts, conditions, tone, words) => {
    const note = toFeedNote(facts, conditions, now);
    expect(note.tone).toBe(tone);
    expect(note.text).toContain(words);
  });

  it('draws offline and an error differently', () => {
    const tone = (failure: Failure) => toFeedNote({ schedule: failed(failure) }, {}, now).tone;
    expect(tone({ kind: 'unreachable', at: now })).toBe('offline');
    expect(tone({ kind: 'broken-json', at: now })).toBe('wrong');
  });
});
