import { isDay } from '../days/day';

/** What a query's author reads when a number or a date does not parse. */

/** `first` and `last` as written. */
export const backwards = (field: string, first: string | undefined, last: string | undefined): string =>
  `This range runs backwards. Write ${field}:${clip(last)}..${clip(first)}`;

export function notANumber(field: string, text: string): string {
  const dashed = /^(\d+)[-–](\d+)$/.exec(text);
  if (dashed) return `Write two points between the ends: ${field}:${clip(dashed[1])}..${clip(dashed[2])}`;
  if (/^[<>=≥≤]+$/.test(text)) return `Write the number right after the sign, without a space: ${field}:>=20`;
  return `“${clip(text)}” is not a whole number. Write for example ${field}:>=20 or ${field}:100..500`;
}

export const dayCount = (most: number): string => `Write a number of days from 1 to ${most}, for example date:7d`;

/** `given`: the ends of the range that were written. */
export function notADate(text: string, given: readonly string[]): string {
  const compared = /^(>=?|<=?|≥|≤)(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (compared) {
    const [, sign = '', day = ''] = compared;
    return `Dates are written as a range: date:${/[>≥]/.test(sign) ? `${day}..` : `..${day}`}`;
  }
  const month = /^\d{4}-(?:0[1-9]|1[0-2])$/.exec(text);
  if (month) return `Write the first and the last day: date:${text}-01..${text}-${lastDayOf(text)}`;
  const unreal = given.find((end) => /^\d{4}-\d{2}-\d{2}$/.test(end) && !isDay(end));
  if (unreal) return `There is no day ${unreal}. Write a day as 2026-11-20`;
  if (/^\d+[wmy]$/i.test(text)) return 'Write the number of days, for example date:30d';
  return `“${clip(text)}” is not a date. Write date:today, date:7d, date:2026-11-20 or date:2026-11-01..2026-11-20`;
}

function lastDayOf(month: string): string {
  return ['31', '30', '29', '28'].find((day) => isDay(`${month}-${day}`)) ?? '28';
}

/** Keeps a message readable whatever was typed. */
export function clip(text = ''): string {
  const letters = [...text];
  return letters.length > 30 ? `${letters.slice(0, 29).join('')}…` : text;
}
