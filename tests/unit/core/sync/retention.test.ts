import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/core/days/day';
import type { Failure } from '@/lib/core/sync/failure';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { isKept, needsRoom, planPrune, planRoom, toSupportedDay } from '@/lib/core/sync/retention';
import { toPrunedWords, toRoomWords } from '@/lib/core/sync/retention-words';

const NOW = Date.UTC(2026, 10, 26, 12);
const TODAY = '2026-11-26';

function row(date: string, rest: Partial<LedgerRow> = {}): LedgerRow {
  return {
    source: 'huggingface',
    date,
    state: 'complete',
    papers: 3,
    dropped: [],
    droppedCount: 0,
    pages: [],
    readAt: NOW - 30 * 86_400_000,
    triedAt: 0,
    attempts: 0,
    jobId: 'j',
    ...rest,
  };
}

describe('the day from which ages are reckoned', () => {
  const unread = ({ readAt: _readAt, ...rest }: LedgerRow): LedgerRow => rest;
  it.each<[string, LedgerRow[], string | undefined]>([
    ['is today where the feed told of it', [row('2026-11-01'), row(TODAY)], TODAY],
    ['is today where it did so a few days ago', [row(addDays(TODAY, -6), { state: 'empty' })], TODAY],
    ['is a week after the last it told of', [row('2026-01-05'), row('2026-01-02')], '2026-01-12'],
    [
      'is none where it told of nothing',
      [unread(row(TODAY, { state: 'partial' })), row(TODAY, { state: 'ahead' })],
      undefined,
    ],
    ['is not after today, by a clock that is behind', [row(addDays(TODAY, 9))], TODAY],
  ])('%s', (_what, ledger, day) => {
    expect(toSupportedDay(ledger, TODAY)).toBe(day);
  });
});

describe('the days that are too old', () => {
  const ledger = [row('2026-08-27'), row('2026-08-28'), row('2026-08-29'), row('2025-01-02'), row(TODAY)];
  it.each([
    [0, []],
    [90, ['2025-01-02', '2026-08-27']],
    [365, ['2025-01-02']],
    [730, []],
  ] as const)('with papers kept for %i days (0: for ever) are %j', (keepDays, gone) => {
    expect(planPrune(ledger, { keepDays, today: TODAY, now: NOW })).toEqual(gone);
  });

  it('are not those that were picked and read this week', () => {
    const picked = [row('2024-03-01', { readAt: NOW - 60_000, picked: true }), row('2024-03-02', { picked: true })];
    expect(planPrune(picked, { keepDays: 90, today: TODAY, now: NOW })).toEqual(['2024-03-02']);
  });

  it('go where they were never read, too', () => {
    const { readAt: _readAt, ...unread } = row('2026-01-02', { state: 'failed' });
    expect(planPrune([unread], { keepDays: 90, today: TODAY, now: NOW })).toEqual(['2026-01-02']);
  });
});

describe('room on a full disk', () => {
  const full = (ago: number): Failure => ({ kind: 'storage', at: NOW - ago, detail: 'QuotaExceededError: full' });
  const never = { madeAt: 0, readAt: 0, now: NOW };
  it.each<[string, boolean, Failure | undefined, { madeAt?: number; readAt?: number }]>([
    ['a disk found full just now', true, full(1_000), {}],
    ['one found full an hour ago', false, full(3_600_000), {}],
    ['one found full by a clock that was set back since', false, full(-3_600_000), {}],
    ['another failure', false, { kind: 'storage', at: NOW, detail: 'UnknownError' }, {}],
    ['no failure', false, undefined, {}],
    ['room that was made and did not help', false, full(0), { madeAt: NOW - 86_400_000 }],
    ['the same, with a reading before it', false, full(0), { madeAt: NOW - 5_000, readAt: NOW - 9_000 }],
    ['room that helped for a while', true, full(0), { madeAt: NOW - 9_000, readAt: NOW - 5_000 }],
    ['a reading since that was stored', false, full(9_000), { readAt: NOW - 5_000 }],
  ])('is needed or not after %s', (_what, needed, failure, state) => {
    expect(needsRoom(failure, { ...never, ...state })).toBe(needed);
  });

  it('is made by the older half of the days that are not fetched again by themselves', () => {
    const days = ['2026-03-02', '2026-01-05', '2026-02-03', '2026-09-20', TODAY];
    expect(
      planRoom(
        days.map((day) => row(day)),
        TODAY,
      ),
    ).toEqual(['2026-01-05', '2026-02-03']);
  });

  it('is not made by days without papers, nor by the last 90', () => {
    expect(planRoom([row('2026-01-05', { papers: 0 }), row('2026-09-20'), row(TODAY)], TODAY)).toEqual([]);
  });
});

describe('a paper that stays', () => {
  const at = 1;
  it.each([
    ['has a star', { starred: { value: true, at } }, true],
    ['is for later', { later: { value: true, at } }, true],
    ['has a note', { note: { value: 'x', at } }, true],
    ['has a tag', { tags: { value: ['x'], at } }, true],
    ['had them', { starred: { value: false, at }, note: { value: '', at }, tags: { value: [], at } }, false],
    ['was read', { read: { value: true, at } }, false],
    ['was dismissed', { dismissed: { value: true, at } }, false],
  ])('%s: %j', (_name, marks, stays) => {
    expect(isKept({ paperId: '1', ...marks })).toBe(stays);
  });
});

it('the words of what went name the day, the count and the reason', () => {
  const at = new Date(2026, 10, 26, 9, 5).getTime();
  const pruned = { at, papers: 210, until: '2026-08-27' };
  expect(toPrunedWords({ ...pruned, why: 'age' }, at + 60_000)).toBe(
    'Last deleted 09:05: 210 papers up to Aug 27, for their age.',
  );
  expect(toPrunedWords({ ...pruned, papers: 1, why: 'room' }, at + 60_000)).toBe(
    'Last deleted 09:05: 1 paper up to Aug 27, to make room, since the disk was full.',
  );
  expect(toRoomWords({ ...pruned, why: 'room' }, at + 60_000)).toBe(
    'The disk was full. To make room, 210 papers up to Aug 27 were deleted; nothing you made or marked was.',
  );
  expect(toRoomWords({ ...pruned, papers: 1, why: 'room' }, at + 60_000)).toContain(
    '1 paper up to Aug 27 was deleted;',
  );
});
