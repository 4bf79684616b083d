import { addDays, type Day, startOfDay, toUtcDay, toWeekday } from './day';

/** A UTC month, `YYYY-MM`. */
export type Month = string;

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function toMonth(day: Day): Month {
  return day.slice(0, 7);
}

/** The month `count` months after `month`. */
export function addMonths(month: Month, count: number): Month {
  const date = new Date(startOfDay(`${month}-01`));
  return toMonth(toUtcDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1)));
}

/** The same day `count` months later; the last of its month where that is shorter. */
export function moveMonths(day: Day, count: number): Day {
  const month = addMonths(toMonth(day), count);
  const last = toLastDay(month);
  const same = `${month}-${day.slice(8)}`;
  return same > last ? last : same;
}

export function toFirstDay(month: Month): Day {
  return `${month}-01`;
}

export function toLastDay(month: Month): Day {
  return addDays(toFirstDay(addMonths(month, 1)), -1);
}

/** The month by weeks that begin on Monday, as the feed's do; nothing where a day is of another month. */
export function toWeeks(month: Month): (Day | undefined)[][] {
  const last = toLastDay(month);
  const weeks: (Day | undefined)[][] = [];
  let monday = addDays(toFirstDay(month), -((toWeekday(toFirstDay(month)) + 6) % 7));
  for (; monday <= last; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
    weeks.push(days.map((day) => (toMonth(day) === month ? day : undefined)));
  }
  return weeks;
}

/** "November 2026". */
export function formatMonth(month: Month): string {
  return `${NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}
