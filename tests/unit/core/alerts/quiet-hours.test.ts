import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { toQuietEnd } from '@/lib/core/alerts/quiet-hours';
import { HOURS } from '@/lib/core/settings/settings';

const HOUR_MS = 3_600_000;
const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const quiet = (quietFrom: number, quietTo: number) => ({ quietHours: true, quietFrom, quietTo });
/** A moment of the user's own day. */
const at = (text: string) => new Date(text).getTime();

describe('quiet hours', () => {
  it.each<[from: number, to: number, now: string, end: string | undefined]>([
    [22, 7, '2026-11-20T21:59:59.999', undefined],
    [22, 7, '2026-11-20T22:00', '2026-11-21T07:00'],
    [22, 7, '2026-11-20T23:59:59.999', '2026-11-21T07:00'],
    [22, 7, '2026-11-21T00:00', '2026-11-21T07:00'],
    [22, 7, '2026-11-21T06:59:59.999', '2026-11-21T07:00'],
    [22, 7, '2026-11-21T07:00', undefined],
    [13, 15, '2026-11-20T12:59', undefined],
    [13, 15, '2026-11-20T13:00', '2026-11-20T15:00'],
    [13, 15, '2026-11-20T14:59', '2026-11-20T15:00'],
    [13, 15, '2026-11-20T15:00', undefined],
    [22, 0, '2026-11-20T23:30', '2026-11-21T00:00'],
    [22, 0, '2026-11-21T00:00', undefined],
    [0, 6, '2026-12-31T23:59', undefined],
    [0, 6, '2027-01-01T00:00', '2027-01-01T06:00'],
    [22, 7, '2026-12-31T22:30', '2027-01-01T07:00'],
    [7, 7, '2026-11-20T07:30', undefined],
    [7, 7, '2026-11-20T03:30', undefined],
  ])('from %i to %i, at %s: until %s', (from, to, now, end) => {
    expect(toQuietEnd(quiet(from, to), at(now))).toBe(end === undefined ? undefined : at(end));
  });

  it('are none where they are switched off', () => {
    expect(toQuietEnd({ ...quiet(22, 7), quietHours: false }, at('2026-11-20T23:00'))).toBeUndefined();
  });

  it('are those of the user, wherever they live', () => {
    const now = Date.parse('2026-11-20T23:00:00Z');
    process.env.TZ = 'America/New_York';
    expect(toQuietEnd(quiet(22, 7), now)).toBeUndefined();
    process.env.TZ = 'Asia/Kolkata';
    expect(toQuietEnd(quiet(22, 7), now)).toBe(Date.parse('2026-11-21T01:30:00Z'));
  });

  it('end on time in the nights in which clocks are put forward and back', () => {
    process.env.TZ = 'Europe/Berlin';
    expect(toQuietEnd(quiet(22, 7), Date.parse('2026-03-28T22:00:00Z'))).toBe(Date.parse('2026-03-29T05:00:00Z'));
    expect(toQuietEnd(quiet(22, 7), Date.parse('2026-10-24T21:00:00Z'))).toBe(Date.parse('2026-10-25T06:00:00Z'));
    // 2 o'clock does not exist that night: it is 3 then.
    expect(toQuietEnd(quiet(22, 2), Date.parse('2026-03-29T00:30:00Z'))).toBe(Date.parse('2026-03-29T01:00:00Z'));
  });

  it.each(['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'])(
    'always end, within a day, at a full hour that is not quiet any more (%s)',
    (place) => {
      process.env.TZ = place;
      const hour = fc.constantFrom(...HOURS);
      const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') });
      fc.assert(
        fc.property(hour, hour, moment, (from, to, now) => {
          const end = toQuietEnd(quiet(from, to), now);
          const own = new Date(now).getHours();
          const hours = Array.from({ length: (to - from + 24) % 24 }, (_, i) => (from + i) % 24);
          expect(end !== undefined).toBe(hours.includes(own));
          if (end === undefined) return;
          expect(end).toBeGreaterThan(now);
          expect(end - now).toBeLessThanOrEqual(25 * HOUR_MS);
          // In a night without that hour the next one begins, which can be quiet again where 23 of 24 are.
          if (new Date(end).getHours() === to) expect(toQuietEnd(quiet(from, to), end)).toBeUndefined();
        }),
        { numRuns: 500 },
      );
    },
  );
});
