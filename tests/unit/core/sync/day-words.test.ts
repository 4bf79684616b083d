import { describe, expect, it } from 'vitest';
import type { Day } from '@/lib/core/days/day';
import { toDayLook } from '@/lib/core/sync/day-look';
import { toDaySummary } from '@/lib/core/sync/day-summary';
import { toArrivalWords, toDaySentence } from '@/lib/core/sync/day-words';
import type { LedgerRow } from '@/lib/core/sync/ledger';

const today = '2026-11-23';
const now = new Date(2026, 10, 23, 13, 5).getTime();

function row(date: Day, papers: number, change: Partial<LedgerRow> = {}): LedgerRow {
  return {
    source: 'huggingface',
    date,
    state: papers > 0 ? 'complete' : 'empty',
    papers,
    dropped: [],
    droppedCount: 0,
    pages: [],
    readAt: now,
    triedAt: now,
    attempts: 0,
    jobId: 'a',
    ...change,
  };
}

const { readAt, ...neverRead } = row('2026-11-18', 0, {
  state: 'failed',
  failure: { kind: 'server-error', at: now, status: 503 },
  nextTryAt: now + 3_600_000,
});

describe('a day of the strip', () => {
  it.each<[string, LedgerRow | undefined, Day, string, string]>([
    ['read', row('2026-11-20', 24), '2026-11-20', 'full', 'Friday, Nov 20: 24 papers'],
    ['one paper', row('2026-11-20', 1), '2026-11-20', 'full', 'Friday, Nov 20: 1 paper'],
    ['today', row(today, 4), today, 'filling', 'Monday, Nov 23: 4 papers so far, the list still fills'],
    ['today, empty', row(today, 0), today, 'rest', 'Monday, Nov 23: not out yet'],
    ['today, unread', undefined, today, 'unread', 'Monday, Nov 23: not read yet'],
    ['ahead', row(today, 0, { state: 'ahead' }), today, 'unread', 'Monday, Nov 23: not out yet'],
    ['Saturday', row('2026-11-21', 0), '2026-11-21', 'rest', 'Saturday, Nov 21: the feed rests on weekends'],
    ['Saturday, unread', undefined, '2026-11-21', 'rest', 'Saturday, Nov 21: the feed rests on weekends'],
    ['a Sunday with papers', row('2026-11-22', 3), '2026-11-22', 'full', 'Sunday, Nov 22: 3 papers'],
    ['a holiday', row('2026-11-19', 0), '2026-11-19', 'rest', 'Thursday, Nov 19: nothing was listed'],
    ['unread', undefined, '2026-11-19', 'unread', 'Thursday, Nov 19: not read yet'],
    [
      'cut short',
      row('2026-11-19', 50, { state: 'partial' }),
      '2026-11-19',
      'filling',
      'Thursday, Nov 19: 50 papers, not read to its end',
    ],
    [
      'failed',
      neverRead,
      '2026-11-18',
      'failed',
      'Wednesday, Nov 18: could not be read. Hugging Face has a problem (503). Next try 14:05.',
    ],
    [
      'read, then failed',
      row('2026-11-19', 24, { failure: { kind: 'server-error', at: now, status: 503 } }),
      '2026-11-19',
      'full',
      'Thursday, Nov 19: 24 papers; the last reading failed. Hugging Face has a problem (503).',
    ],
    [
      'with bad items',
      row('2026-11-19', 24, { droppedCount: 2 }),
      '2026-11-19',
      'full',
      'Thursday, Nov 19: 24 papers; 2 could not be used',
    ],
  ])('%s', (_name, ledgerRow, day, look, words) => {
    expect(toDayLook(ledgerRow, day, today)).toBe(look);
    expect(toDaySentence(ledgerRow, day, { today, now })).toBe(words);
  });

  it('tells the matches where they are counted', () => {
    const words = toDaySentence(row('2026-11-20', 24), '2026-11-20', { today, now, matches: 7 });
    expect(words).toBe('Friday, Nov 20: 24 papers, 7 match your topics');
  });
});

describe('the sentence under the day’s name', () => {
  const sum = (day: Day, change: Partial<Parameters<typeof toDaySummary>[1]> = {}) => {
    const { count, why } = toDaySummary(day, { row: row(day, 24), papers: 24, today, newest: day, ...change });
    return [count, why].filter(Boolean).join(' · ');
  };

  it.each<[string, string, string]>([
    ['before anything is counted', sum('2026-11-19', { newest: today }), '24 papers'],
    ['new matches', sum('2026-11-19', { newest: today, matches: 9, fresh: 7 }), '24 papers, 7 of them new matches'],
    ['one new match', sum('2026-11-19', { newest: today, matches: 9, fresh: 1 }), '24 papers, 1 of them a new match'],
    ['matches, none new', sum('2026-11-19', { newest: today, matches: 9, fresh: 0 }), '24 papers, 9 of them matches'],
    [
      'nothing but new matches',
      sum('2026-11-19', { newest: today, matches: 24, fresh: 24 }),
      '24 papers, all new matches',
    ],
    ['no matches', sum('2026-11-19', { newest: today, matches: 0, fresh: 0 }), '24 papers, no matches'],
    ['no topics', sum('2026-11-19', { newest: today, fresh: 12 }), '24 papers, 12 of them new'],
    ['today', sum(today), '24 papers · the list still fills'],
    ['Friday, on a Sunday', sum('2026-11-20', { today: '2026-11-22' }), '24 papers · the feed rests on weekends'],
    ['Friday, on a Monday', sum('2026-11-20'), '24 papers · today is not out yet'],
    ['Thursday, on a Monday', sum('2026-11-19'), '24 papers · nothing newer was read'],
    [
      'cut short',
      sum('2026-11-19', { row: row('2026-11-19', 24, { state: 'partial' }) }),
      '24 papers · not read to its end',
    ],
  ])('%s', (_name, said, words) => {
    expect(said).toBe(words);
  });
});

it.each([
  ['2026-11-23', 'Monday’s papers are here'],
  ['2026-11-20', 'Friday’s papers are here'],
  ['2026-11-13', 'Friday, Nov 13’s papers are here'],
])('names the day whose papers came: %s', (day, words) => {
  expect(toArrivalWords(day, today)).toBe(words);
});
