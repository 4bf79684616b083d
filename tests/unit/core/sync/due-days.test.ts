import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, startOfDay } from '@/lib/core/days/day';
import { planDueDays } from '@/lib/core/sync/due-days';
import type { LedgerRow } from '@/lib/core/sync/ledger';

const TODAY = '2026-11-20';
const NOON = Date.parse('2026-11-20T12:00:00Z');
const HOUR_MS = 3_600_000;
const context = { today: TODAY, now: NOON, trigger: 'alarm', jobId: 'now' } as const;

function row(date: string, change: Partial<LedgerRow> = {}): LedgerRow {
  return {
    source: 'huggingface',
    date,
    state: 'complete',
    papers: 3,
    dropped: [],
    droppedCount: 0,
    pages: [],
    readAt: NOON,
    triedAt: NOON,
    attempts: 0,
    jobId: 'before',
    ...change,
  };
}

/** A ledger in which the last 14 days were read just now. */
const FRESH = Array.from({ length: 15 }, (_, age) => row(addDays(TODAY, -age), age === 14 ? { settledAt: NOON } : {}));

function planWith(
  change: (rows: Map<string, LedgerRow>) => void,
  over: Partial<Parameters<typeof planDueDays>[1]> = {},
) {
  const rows = new Map(FRESH.map((one) => [one.date, one]));
  change(rows);
  return planDueDays([...rows.values()], { ...context, ...over }).map((day) => day.date);
}

describe('the days a sync asks for', () => {
  it('are today and the 14 days before on a first sync, newest first', () => {
    expect(planDueDays([], context).map((day) => day.date)).toEqual(
      Array.from({ length: 15 }, (_, age) => addDays(TODAY, -age)),
    );
  });

  it('are today alone when everything was read just now', () => {
    expect(planWith(() => undefined)).toEqual([TODAY]);
  });

  it.each<[string, string, Partial<LedgerRow>, boolean]>([
    ['yesterday, read 2 hours ago', '2026-11-19', { readAt: NOON - 2 * HOUR_MS }, false],
    ['yesterday, read 3 hours ago', '2026-11-19', { readAt: NOON - 3 * HOUR_MS }, true],
    ['a day 3 days old, read 11 hours ago', '2026-11-17', { readAt: NOON - 11 * HOUR_MS }, false],
    ['a day 3 days old, read 12 hours ago', '2026-11-17', { readAt: NOON - 12 * HOUR_MS }, true],
    ['a day 10 days old, read 23 hours ago', '2026-11-10', { readAt: NOON - 23 * HOUR_MS }, false],
    ['a day 10 days old, read 24 hours ago', '2026-11-10', { readAt: NOON - 24 * HOUR_MS }, true],
    ['a day whose paging stopped', '2026-11-10', { state: 'partial' }, true],
    ['a day that was ahead', '2026-11-19', { state: 'ahead' }, true],
    [
      'a day that failed and may be tried',
      '2026-11-12',
      { failure: { kind: 'broken-json', at: 0 }, nextTryAt: NOON },
      true,
    ],
    [
      'a day that failed and must wait',
      '2026-11-12',
      { failure: { kind: 'broken-json', at: 0 }, nextTryAt: NOON + 1 },
      false,
    ],
    ['a day this sync dealt with', '2026-11-12', { state: 'partial', jobId: 'now' }, false],
    ['a day 14 days old not read since it was', '2026-11-06', { readAt: startOfDay('2026-11-19') }, true],
    ['a settled day', '2026-11-06', { readAt: 0, settledAt: 1 }, false],
    ['a reading of the future', '2026-11-12', { readAt: NOON + 99 * HOUR_MS }, true],
  ])('%s', (_name, date, change, due) => {
    const { settledAt: _settledAt, ...before } = row(date);
    const asked = planWith((rows) => rows.set(date, { ...before, ...change }));
    expect(asked.includes(date)).toBe(due);
  });

  it('put what was never read before what may have grown', () => {
    const asked = planWith((rows) => {
      rows.set('2026-11-19', row('2026-11-19', { readAt: NOON - 9 * HOUR_MS }));
      rows.set('2026-11-17', row('2026-11-17', { readAt: NOON - 99 * HOUR_MS }));
      rows.delete('2026-11-10');
    });
    expect(asked).toEqual([TODAY, '2026-11-10', '2026-11-17', '2026-11-19']);
  });

  it('hold yesterday and what waits after a failure when the user asks', () => {
    const asked = planWith(
      (rows) =>
        rows.set(
          '2026-11-12',
          row('2026-11-12', { failure: { kind: 'broken-json', at: 0 }, nextTryAt: NOON + HOUR_MS }),
        ),
      { trigger: 'hand' },
    );
    expect(asked).toEqual([TODAY, '2026-11-12', '2026-11-19']);
  });

  it('never lie ahead of today, beyond 62 days back, or twice in the list', () => {
    const anyRow = fc.record({
      age: fc.integer({ min: -5, max: 100 }),
      state: fc.constantFrom('complete', 'partial', 'empty', 'ahead', 'failed' as const),
      readAgo: fc.option(fc.integer({ min: -HOUR_MS, max: 90 * 24 * HOUR_MS }), { nil: undefined }),
      tryIn: fc.option(fc.integer({ min: -HOUR_MS, max: 30 * 24 * HOUR_MS }), { nil: undefined }),
      settled: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (drafts) => {
        const rows = new Map(
          drafts.map((draft) => {
            const date = addDays(TODAY, -draft.age);
            const { readAt: _readAt, ...base } = row(date, { state: draft.state });
            return [
              date,
              {
                ...base,
                ...(draft.readAgo === undefined ? {} : { readAt: NOON - draft.readAgo }),
                ...(draft.tryIn === undefined ? {} : { nextTryAt: NOON + draft.tryIn }),
                ...(draft.settled ? { settledAt: NOON } : {}),
              },
            ];
          }),
        );
        const asked = planDueDays([...rows.values()], context).map((day) => day.date);
        expect(new Set(asked).size).toBe(asked.length);
        for (const date of asked) {
          expect(daysBetween(date, TODAY)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(date, TODAY)).toBeLessThanOrEqual(62);
          expect(rows.get(date)?.settledAt).toBeUndefined();
        }
        // Every unread day of the window is asked for, or waits for its next try.
        for (let age = 0; age <= 14; age += 1) {
          const date = addDays(TODAY, -age);
          if (!rows.has(date)) expect(asked).toContain(date);
        }
      }),
    );
  });
});
