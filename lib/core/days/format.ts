import { DAY_MS, type Day, isDay, startOfDay, toWeekday } from './day';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Moments are the user's own: local time. */
const FORMATS = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  localDate: { year: 'numeric', month: 'short', day: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<keyof typeof FORMATS, Intl.DateTimeFormat>();

/** "Friday, Nov 20", of another year "Thursday, Nov 20, 2025". Text that is no day comes back as it is. */
export function formatDayHeading(day: Day, today: Day): string {
  if (!isDay(day)) return day;
  return `${WEEKDAYS[toWeekday(day)]}, ${formatUtcDate(startOfDay(day), today)}`;
}

/**
 * A paper's date as the feed's page writes it: "Nov 17, 2022", of this year "Oct 31" (UTC). Takes an ISO time or a day;
 * empty for a paper without one.
 */
export function formatPaperDate(iso: string | undefined, today: Day): string {
  const at = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(at) ? '' : formatUtcDate(at, today);
}

/**
 * Days of the feed are UTC days: west of Greenwich a local formatter would show the day before. By hand: the first
 * formatter of a process reads the tables of ICU, up to 20 ms that the popup's first card would wait for.
 */
function formatUtcDate(at: number, today: Day): string {
  const date = new Date(at);
  const words = `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`;
  return date.toISOString().slice(0, 4) === today.slice(0, 4) ? words : `${words}, ${date.getUTCFullYear()}`;
}

/** "14:05", local, of a moment in ms. */
export function formatClock(at: number): string {
  return format('clock', at);
}

/**
 * A moment of today "14:05", of another day "Nov 25, 14:05", of another year "Nov 25, 2025, 14:05" (local): for words that
 * stand for hours.
 */
export function formatMoment(at: number, now: number): string {
  if (isSameLocalDay(at, now)) return formatClock(at);
  const date = format('localDate', at);
  const thisYear = format('localDate', now).slice(-', 2026'.length);
  return `${date.endsWith(thisYear) ? date.slice(0, -thisYear.length) : date}, ${formatClock(at)}`;
}

/** A moment to come, as short as it can be said: "14:05", "tomorrow 14:05", "Nov 25, 14:05" (local). */
export function formatUntil(at: number, now: number): string {
  // Today first: on the day clocks go back, 24 hours after half past midnight it is still today.
  const isTomorrow = !isSameLocalDay(at, now) && isSameLocalDay(at, now + DAY_MS);
  return isTomorrow ? `tomorrow ${formatClock(at)}` : formatMoment(at, now);
}

/** "just now", "5 min ago", "2 h ago", "1 day ago", "3 days ago". A moment ahead of `now` (a clock set back) is "just now". */
export function formatAgo(at: number, now: number): string {
  const passedMs = now - at;
  if (passedMs < MINUTE_MS) return 'just now';
  if (passedMs < HOUR_MS) return `${Math.floor(passedMs / MINUTE_MS)} min ago`;
  if (passedMs < DAY_MS) return `${Math.floor(passedMs / HOUR_MS)} h ago`;
  const days = Math.floor(passedMs / DAY_MS);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

function isSameLocalDay(a: number, b: number): boolean {
  return format('localDate', a) === format('localDate', b);
}

/** Making a formatter costs about a millisecond, using one a microsecond: each is made once, at its first use. */
function format(name: keyof typeof FORMATS, at: number): string {
  let formatter = formatters.get(name);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', FORMATS[name]);
    formatters.set(name, formatter);
  }
  return formatter.format(at);
}
