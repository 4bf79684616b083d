/** A UTC calendar day, `YYYY-MM-DD`: the feed's own key (SOURCES: the date is the UTC date of inclusion). */
export type Day = string;

export const DAY_MS = 86_400_000;

/** The UTC day that holds the moment `at` (ms since the epoch). */
export function toUtcDay(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}

/** Midnight UTC at which `day` begins, in ms since the epoch. `NaN` for text that is no day. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

/** The day `count` days after `day` (before it when negative). UTC has no daylight saving: every day is 24 h. */
export function addDays(day: Day, count: number): Day {
  return toUtcDay(startOfDay(day) + count * DAY_MS);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday. */
export function toWeekday(day: Day): number {
  return new Date(startOfDay(day)).getUTCDay();
}

/** Saturday and Sunday: nothing can be submitted to the feed then. */
export function isWeekend(day: Day): boolean {
  return toWeekday(day) % 6 === 0;
}

/** True for text of the form `YYYY-MM-DD` that names a real day (2026-02-30 does not). */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(startOfDay(text)) && toUtcDay(startOfDay(text)) === text;
}
