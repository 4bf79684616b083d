import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isDay, toWeekday } from '@/lib/core/days/day';
import { addMonths, formatMonth, moveMonths, toFirstDay, toLastDay, toMonth, toWeeks } from '@/lib/core/days/month';

const days = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays('2023-05-04', count));

describe('a month', () => {
  it.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', -24, '2024-11'],
  ])('%s moved by %i is %s', (month, count, expected) => {
    expect(addMonths(month, count)).toBe(expected);
  });

  it.each([
    ['2024-02', '2024-02-29'],
    ['2026-02', '2026-02-28'],
    ['2026-12', '2026-12-31'],
  ])('%s ends with %s', (month, last) => {
    expect(toLastDay(month)).toBe(last);
    expect(toFirstDay(month)).toBe(`${month}-01`);
  });

  it('is named with its year', () => {
    expect(formatMonth('2026-11')).toBe('November 2026');
  });

  it('has each of its days once, in weeks that begin on Monday', () => {
    fc.assert(
      fc.property(days, (day) => {
        const month = toMonth(day);
        const weeks = toWeeks(month);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          week.forEach((one, index) => {
            if (one !== undefined) expect((toWeekday(one) + 6) % 7).toBe(index);
          });
        }
        const all = weeks.flat().filter((one) => one !== undefined);
        expect(all).toHaveLength(Number(toLastDay(month).slice(8)));
        expect(new Set(all).size).toBe(all.length);
        expect(all.every((one) => toMonth(one) === month)).toBe(true);
      }),
    );
  });
});

describe('a day moved by months', () => {
  it.each([
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-11-23', -12, '2025-11-23'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s by %i is %s', (day, count, expected) => {
    expect(moveMonths(day, count)).toBe(expected);
  });

  it('is a real day of that month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 40 }), (day, count) => {
        const moved = moveMonths(day, count);
        expect(isDay(moved)).toBe(true);
        expect(toMonth(moved)).toBe(addMonths(toMonth(day), count));
      }),
    );
  });
});
