import { describe, expect, it } from 'vitest';
import { DAY_MS, startOfDay } from '@/lib/core/days/day';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { type LedgerContext, toLedgerLine } from '@/lib/core/sync/ledger-words';

const TODAY = '2026-11-23';
const NOW = startOfDay(TODAY) + DAY_MS / 2;

const CONTEXT: LedgerContext = { today: TODAY, now: NOW, oldest: '2026-11-09' };

function toLine(change: Partial<LedgerRow>, day = '2026-11-20', context: Partial<LedgerContext> = {}) {
  const row: LedgerRow = {
    source: 'huggingface',
    date: day,
    state: 'complete',
    papers: 24,
    dropped: [],
    droppedCount: 0,
    pages: [],
    readAt: NOW - 5 * 60_000,
    triedAt: NOW - 5 * 60_000,
    attempts: 0,
    jobId: 'j',
    ...change,
  };
  return toLedgerLine(day, row, { ...CONTEXT, ...context });
}

describe('a line of the ledger', () => {
  it('tells day, state, papers and when it was read', () => {
    expect(toLine({})).toMatchObject({
      heading: 'Friday, Nov 20',
      state: 'Read',
      papers: 24,
      read: '5 min ago',
      isBad: false,
    });
  });

  it.each<[Partial<LedgerRow>, string, string]>([
    [{ settledAt: NOW }, '2026-11-20', 'Read, settled'],
    [{}, TODAY, 'Read so far, the list still fills'],
    [{ state: 'partial' }, '2026-11-20', 'Read in part: the rest of its pages is missing'],
    [{ state: 'empty', papers: 0 }, '2026-11-21', 'A day of rest'],
    [{ state: 'empty', papers: 0 }, '2026-11-20', 'Nothing was listed'],
    [{ state: 'ahead', papers: 0 }, TODAY, 'Not out yet'],
  ])('says %o on %s as "%s"', (change, day, state) => {
    expect(toLine(change, day).state).toBe(state);
  });

  it('says why a day failed and when the next try is', () => {
    const line = toLine({ state: 'failed', failure: { kind: 'broken-json', at: NOW }, nextTryAt: NOW + 60_000 });
    expect(line.state).toMatch(/^Could not be read\. .+/);
    expect(line.isBad).toBe(true);
    expect(line.state).toMatch(/ Next try \d\d:\d\d\.$/);
  });

  it('keeps the state of a day that was read before it failed', () => {
    expect(toLine({ failure: { kind: 'offline', at: NOW } }).state).toBe('Read. The last try failed: You are offline.');
  });

  it('promises no next try of an old day that only the user asks for', () => {
    const failed = { state: 'failed', failure: { kind: 'offline', at: NOW }, nextTryAt: NOW + 60_000 } as const;
    expect(toLine({ ...failed, picked: true }, '2026-09-30').state).toBe('Could not be read. You are offline.');
    expect(toLine({ ...failed, picked: true }, '2026-11-20').state).toMatch(/Next try/);
  });

  it('tells a day that is read because the user picked it from one that is older than what is read by itself', () => {
    expect(toLine({ settledAt: NOW, picked: true }, '2026-09-30').state).toBe('Read, settled, picked by you');
    expect(toLedgerLine('2026-10-01', undefined, CONTEXT).state).toBe('Older than what is read by itself');
    expect(toLedgerLine('2026-10-03', undefined, CONTEXT).state).toBe('A day of rest, not read');
  });

  it('tells a day that is being read, one that waits, and one whose sync ended before its turn', () => {
    const job = {
      id: 'j',
      trigger: 'hand',
      startedAt: 0,
      requests: 1,
      newPapers: 0,
      daysDone: 0,
      daysPlanned: 2,
    } as const;
    const wanted = ['2026-11-20'];
    expect(toLine({}, '2026-11-20', { job: { ...job, reading: '2026-11-20' }, wanted })).toMatchObject({
      state: 'Being read now',
      isBusy: true,
    });
    expect(toLine({}, '2026-11-20', { job, wanted })).toMatchObject({ state: 'Waits for its turn', isBusy: true });
    expect(toLine({}, '2026-11-20', { wanted })).toMatchObject({
      state: 'Will be read with the next reading',
      isBusy: false,
    });
    expect(toLine({}, '2026-11-19', { job, wanted })).toMatchObject({ state: 'Read', isBusy: false });
  });

  it('claims no papers of a day that was never read', () => {
    const line = toLedgerLine('2026-11-19', undefined, CONTEXT);
    expect(line.state).toBe('Not read yet');
    expect(line).not.toHaveProperty('papers');
    expect(line).not.toHaveProperty('read');
  });
});
