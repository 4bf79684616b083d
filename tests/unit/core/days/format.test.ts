import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  formatAgo,
  formatClock,
  formatDayHeading,
  formatMoment,
  formatPaperDate,
  formatUntil,
} from '@/lib/core/days/format';

const TODAY = '2026-11-23';
/** Built from local parts, so that the words are the same in every time zone. */
const at = (day: number, hour = 0, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const NOW = at(23, 13, 30);

describe('a day in words', () => {
  it.each([
    ['2026-11-20', 'Friday, Nov 20'],
    ['2026-01-01', 'Thursday, Jan 1'],
    ['2025-11-20', 'Thursday, Nov 20, 2025'],
    ['2026-02-30', '2026-02-30'],
    ['', ''],
  ])('heads %s as "%s"', (day, words) => {
    expect(formatDayHeading(day, TODAY)).toBe(words);
  });

  it.each([
    ['2022-11-17T23:59:59.999Z', 'Nov 17, 2022'],
    ['2026-10-31T00:00:00.000Z', 'Oct 31'],
    ['2026-10-31', 'Oct 31'],
    ['2025-12-31T23:59:59.999Z', 'Dec 31, 2025'],
    ['once', ''],
    [undefined, ''],
  ])('dates a paper of %s as "%s", whatever the time zone', (iso, words) => {
    expect(formatPaperDate(iso, TODAY)).toBe(words);
  });
});

describe('a moment in words', () => {
  it('is a 24-hour clock, midnight 00:00', () => {
    expect([at(23, 14, 5), at(23), at(23, 9, 7)].map(formatClock)).toEqual(['14:05', '00:00', '09:07']);
  });

  it('is short for a moment to come', () => {
    expect(formatUntil(at(23, 14, 5), NOW)).toBe('14:05');
    expect(formatUntil(at(24, 0, 10), NOW)).toBe('tomorrow 00:10');
    expect(formatUntil(at(25, 14, 5), NOW)).toBe('Nov 25, 14:05');
  });

  it('is absolute where the words stand for hours', () => {
    expect(formatMoment(at(23, 9, 7), NOW)).toBe('09:07');
    expect(formatMoment(at(24, 0, 10), NOW)).toBe('Nov 24, 00:10');
  });

  it('has the year where that is another one', () => {
    const of = (year: number, month: number, day: number) => new Date(year, month, day, 10, 5).getTime();
    expect(formatMoment(of(2024, 10, 23), NOW)).toBe('Nov 23, 2024, 10:05');
    expect(formatMoment(of(2025, 11, 31), NOW)).toBe('Dec 31, 2025, 10:05');
    expect(formatMoment(of(2026, 0, 1), NOW)).toBe('Jan 1, 10:05');
    expect(formatUntil(of(2027, 0, 9), of(2026, 11, 30))).toBe('Jan 9, 2027, 10:05');
  });

  it.each([
    [-60_000, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 min ago'],
    [5 * 60_000, '5 min ago'],
    [2.5 * 3_600_000, '2 h ago'],
    [30 * 3_600_000, '1 day ago'],
    [3 * 86_400_000, '3 days ago'],
  ])('%i ms past is "%s"', (passedMs, words) => {
    expect(formatAgo(NOW - passedMs, NOW)).toBe(words);
  });
});

describe('FAULTS 22: time zones', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  async function loadIn(timeZone: string) {
    process.env.TZ = timeZone;
    // Formatters are kept: the module has to meet the zone fresh.
    vi.resetModules();
    return import('@/lib/core/days/format');
  }

  it.each(['Pacific/Honolulu', 'America/New_York', 'UTC', 'Asia/Kolkata', 'Pacific/Kiritimati'])(
    'a day of the feed is the same day in %s',
    async (timeZone) => {
      const format = await loadIn(timeZone);
      expect(format.formatDayHeading('2026-11-20', TODAY)).toBe('Friday, Nov 20');
      expect(format.formatPaperDate('2026-10-31T00:00:00.000Z', TODAY)).toBe('Oct 31');
      expect(format.formatPaperDate('2026-10-31T23:59:59.999Z', TODAY)).toBe('Oct 31');
    },
  );

  it('a moment is told in the zone of its reader', async () => {
    const moment = Date.UTC(2026, 10, 23, 18, 30);
    expect((await loadIn('Asia/Kolkata')).formatClock(moment)).toBe('00:00');
    expect((await loadIn('America/New_York')).formatClock(moment)).toBe('13:30');
  });

  it('is not called tomorrow on the 25-hour day that clocks go back', async () => {
    const { formatUntil } = await loadIn('America/New_York');
    const halfPastMidnight = Date.UTC(2026, 10, 1, 4, 30);
    expect(formatUntil(Date.UTC(2026, 10, 1, 19, 5), halfPastMidnight)).toBe('14:05');
  });
});
