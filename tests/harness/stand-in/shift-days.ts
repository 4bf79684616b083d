import { addDays, DAY_MS, type Day, daysBetween, isWeekend } from '@/lib/core/days/day';

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/**
 * A copy of any JSON value in which each string that is a timestamp is moved by `days`; all other text stays.
 * Time of day and every distance between two dates are kept.
 */
export function shiftTimestamps<T>(value: T, days: number): T {
  if (typeof value === 'string') {
    if (!TIMESTAMP.test(value)) return value;
    const moved = new Date(Date.parse(value) + days * DAY_MS).toISOString();
    return (value.includes('.') ? moved : moved.replace('.000Z', 'Z')) as T;
  }
  if (Array.isArray(value)) return value.map((element) => shiftTimestamps(element, days)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shiftTimestamps(part, days)])) as T;
}

/** `today` itself, or the Friday before it on a weekend: the newest day a feed can have. */
export function toNewestWeekday(today: Day): Day {
  return isWeekend(today) ? toNewestWeekday(addDays(today, -1)) : today;
}

/**
 * Where recorded days are put.
 * `today`: the newest day that is out is today or the last weekday; later ones wait for their day, as tomorrow's do.
 * `past`: the newest of all lies in the last seven days, so that every body is out.
 */
export type Placement = 'today' | 'past';

/**
 * How many days (a multiple of 7, so that weekdays stay) to move `recorded` days so that they end at `today`.
 * Where no recording falls on today's weekday, the placement that has the newer list out is taken.
 */
export function planShift(recorded: readonly Day[], today: Day, placement: Placement = 'today'): number {
  const newest = [...recorded].sort().at(-1);
  if (newest === undefined) return 0;
  const target = toNewestWeekday(today);
  const past = Math.floor(daysBetween(newest, target) / 7) * 7;
  if (placement === 'past') return past;
  const newestOut = (shift: number) =>
    recorded
      .map((day) => addDays(day, shift))
      .filter((day) => day <= target)
      .sort()
      .at(-1) ?? '';
  return newestOut(past + 7) > newestOut(past) ? past + 7 : past;
}
