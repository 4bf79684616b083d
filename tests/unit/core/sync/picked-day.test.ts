import { describe, expect, it } from 'vitest';
import { toPickProblem } from '@/lib/core/sync/pick-words';
import { FIRST_DAY, isPickable } from '@/lib/core/sync/picked-day';

const TODAY = '2026-11-20';

describe('a day of the calendar', () => {
  it.each([FIRST_DAY, '2024-02-29', '2026-11-19', TODAY])('can be picked: %s', (day) => {
    expect(isPickable(day, TODAY)).toBe(true);
  });

  it.each([
    ['2023-05-03', 'The feed begins on May 4, 2023.'],
    ['2026-11-21', 'Nov 21 has not come yet.'],
    ['2027-01-04', 'Jan 4, 2027 has not come yet.'],
    ['2025-02-29', 'That is not a day of the calendar.'],
    ['', 'That is not a day of the calendar.'],
  ])('is refused in words: %s', (day, words) => {
    expect(isPickable(day, TODAY)).toBe(false);
    expect(toPickProblem(day, TODAY)).toBe(words);
  });
});
