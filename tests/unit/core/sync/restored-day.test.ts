import { describe, expect, it } from 'vitest';
import { addDays, startOfDay } from '@/lib/core/days/day';
import { toDayLook } from '@/lib/core/sync/day-look';
import { toDaySummary } from '@/lib/core/sync/day-summary';
import { toDaySentence } from '@/lib/core/sync/day-words';
import { planDueDays, toOldestDay } from '@/lib/core/sync/due-days';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { toLedgerLine } from '@/lib/core/sync/ledger-words';
import { isRestoredDay, toRestoredDay } from '@/lib/core/sync/restored-day';

const TODAY = '2026-11-23';
const NOW = startOfDay(TODAY) + 43_200_000;
const restore = (date: string, row?: LedgerRow, count = 24) =>
  toRestoredDay(row, date, { count, today: TODAY, now: NOW });
const FRIDAY = restore('2026-11-20') as LedgerRow;
const READ: LedgerRow = { ...FRIDAY, state: 'complete', readAt: NOW, pages: [{ page: 0, next: null }] };

describe('a day that a backup has brought', () => {
  it('shows its papers and says where they are from, and that it was not read here', () => {
    const context = { today: TODAY, now: NOW };
    expect(toDaySentence(FRIDAY, '2026-11-20', context)).toBe('Friday, Nov 20: 24 papers, from a backup');
    expect(toDaySummary('2026-11-20', { row: FRIDAY, papers: 24, today: TODAY })).toEqual({
      count: '24 papers',
      why: 'from a backup',
    });
    expect(toDayLook(FRIDAY, '2026-11-20', TODAY)).toBe('filling');
    const line = toLedgerLine('2026-11-20', FRIDAY, { ...context, oldest: '2026-11-09' });
    expect(line).toMatchObject({ state: 'From a backup, not read here', papers: 24, isBad: false });
    expect(line).not.toHaveProperty('read');
  });

  it('is read by the next sync where that reads as far back, and begins no catching up where it is older', () => {
    const old = restore('2026-10-01') as LedgerRow;
    const ledger = [old, FRIDAY, { ...READ, date: TODAY }];
    const due = planDueDays(ledger, { today: TODAY, now: NOW, trigger: 'alarm', jobId: 'j' });
    expect(due.find(({ date }) => date === '2026-11-20')?.why).toBe('gap');
    expect(toOldestDay(ledger, TODAY)).toBe(addDays(TODAY, -14));
    // Once it is read it is a day like any other: a long sleep later nothing behind it is missed.
    const later = addDays(TODAY, 20);
    expect(toOldestDay([{ ...FRIDAY, ...READ, date: '2026-11-20' }], later)).toBe('2026-11-20');
  });

  it('keeps what its row says of readings, and counts the papers that came', () => {
    expect(restore('2026-11-20', READ)).toBeUndefined();
    expect(restore('2026-11-20', READ, 25)).toEqual({ ...READ, papers: 25 });
    expect(isRestoredDay(READ)).toBe(false);
    const stopped: LedgerRow = { ...FRIDAY, pages: [{ page: 0, next: 1 }] };
    expect(isRestoredDay(stopped)).toBe(false);
    expect(toDaySentence(stopped, '2026-11-20', { today: TODAY, now: NOW })).toMatch(/not read to its end$/);
  });

  it('was no day of rest, whatever was read of it here: it is read again, and its row says so', () => {
    const empty: LedgerRow = { ...READ, state: 'empty', papers: 0, pages: [{ page: 0, etag: 'e', next: null }] };
    const row = restore('2026-11-20', empty, 1) as LedgerRow;
    expect(row).toEqual({ ...FRIDAY, papers: 1 });
    expect(isRestoredDay(row)).toBe(true);
    const due = planDueDays([row, { ...READ, date: TODAY }], { today: TODAY, now: NOW, trigger: 'alarm', jobId: 'j' });
    expect(due.find(({ date }) => date === '2026-11-20')?.why).toBe('gap');
    expect(restore('2026-11-20', { ...empty, picked: true }, 1)).toMatchObject({ state: 'partial', picked: true });
    expect(restore('2026-11-20', { ...empty, state: 'ahead' }, 1)).toEqual({ ...FRIDAY, papers: 1 });
    expect(restore('2026-11-20', empty, 0)).toBeUndefined();
    const refused: LedgerRow = { ...empty, state: 'failed', attempts: 3, nextTryAt: NOW + 5 };
    expect(restore('2026-11-20', refused, 1)).toEqual({ ...refused, papers: 1 });
  });
});
