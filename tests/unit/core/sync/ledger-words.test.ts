import { describe, expect, it } from 'vitest';
import { DAY_MS, startOfDay } from '@/lib/core/days/day';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { toLedgerLine } from '@/lib/core/sync/ledger-words';

const TODAY = '2026-11-23';
const NOW = startOfDay(TODAY) + DAY_MS / 2;

function toLine(change: Partial<LedgerRow>, day = '2026-11-20') {
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
  return toLedgerLine(day, row, TODAY, NOW);
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
    [{ state: 'partial' }, '2026-11-20', 'Read in part'],
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
    expect(line.nextTry).toMatch(/^\d\d:\d\d$/);
  });

  it('keeps the state of a day that was read before it failed', () => {
    expect(toLine({ failure: { kind: 'offline', at: NOW } }).state).toBe('Read. The last try failed: You are offline.');
  });

  it('claims no papers of a day that was never read', () => {
    const line = toLedgerLine('2026-11-19', undefined, TODAY, NOW);
    expect(line.state).toBe('Not read yet');
    expect(line).not.toHaveProperty('papers');
    expect(line).not.toHaveProperty('read');
  });
});
