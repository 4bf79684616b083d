import { isDay } from '../days/day';
import type { FactNode, NumberField, Span } from './ast';

/** The part of a fact that its value decides. */
type Fact<K extends FactNode['kind']> = Omit<Extract<FactNode, { kind: K }>, keyof Span | 'term'>;

export type Value<T> = { ok: true; value: T } | { ok: false; message: string };

const SIGNED = /^(>=|<=|=>|=<|>|<|=|≥|≤)?(\d+)$/;
const BETWEEN = /^(\d*)\.\.(\d*)$/;
const MOST_DAYS = 9999;

/** `>=20`, `<5`, `20`, `100..500`, `100..`. Both ends of the answer are included. */
export function parseNumber(field: NumberField, text: string): Value<Fact<'number'>> {
  const bad = (message: string): Value<never> => ({ ok: false, message });
  const ok = (min: number, max: number): Value<Fact<'number'>> => ({
    ok: true,
    value: { kind: 'number', field, min, max },
  });
  const between = BETWEEN.exec(text);
  if (between && text !== '..') {
    const min = between[1] ? Number(between[1]) : Number.NEGATIVE_INFINITY;
    const max = between[2] ? Number(between[2]) : Number.POSITIVE_INFINITY;
    if (min > max) return bad(`This range runs backwards. Write ${field}:${clip(between[2])}..${clip(between[1])}`);
    return ok(min, max);
  }
  const signed = SIGNED.exec(text);
  if (!signed) {
    const dashed = /^(\d+)[-–](\d+)$/.exec(text);
    if (dashed) return bad(`Write two points between the ends: ${field}:${clip(dashed[1])}..${clip(dashed[2])}`);
    if (/^[<>=≥≤]+$/.test(text)) return bad(`Write the number right after the sign, without a space: ${field}:>=20`);
    return bad(`“${clip(text)}” is not a whole number. Write for example ${field}:>=20 or ${field}:100..500`);
  }
  const number = Number(signed[2]);
  switch (signed[1]) {
    case '>=':
    case '=>':
    case '≥':
      return ok(number, Number.POSITIVE_INFINITY);
    case '<=':
    case '=<':
    case '≤':
      return ok(Number.NEGATIVE_INFINITY, number);
    case '>':
      return ok(number + 1, Number.POSITIVE_INFINITY);
    case '<':
      return ok(Number.NEGATIVE_INFINITY, number - 1);
    default:
      return ok(number, number);
  }
}

/** `today`, `7d`, a day, or a range of days with one end or both. */
export function parseDate(text: string): Value<Fact<'days'> | Fact<'recent'>> {
  const wanted = text.toLowerCase();
  if (wanted === 'today') return { ok: true, value: { kind: 'recent', days: 1, todayOnly: true } };
  const recent = /^(\d{1,9})d$/.exec(wanted);
  if (recent) {
    const days = Number(recent[1]);
    if (days >= 1 && days <= MOST_DAYS) return { ok: true, value: { kind: 'recent', days, todayOnly: false } };
    return { ok: false, message: `Write a number of days from 1 to ${MOST_DAYS}, for example date:7d` };
  }
  const [first = '', last, more] = text.split('..', 3);
  const ends = last === undefined ? [first, first] : [first, last];
  const given = ends.filter((end) => end !== '');
  if (more !== undefined || given.length === 0 || !given.every(isDay))
    return { ok: false, message: toDateAdvice(text, given) };
  const [from = '', to = ''] = ends;
  if (to !== '' && from > to) return { ok: false, message: `This range runs backwards. Write date:${to}..${from}` };
  return { ok: true, value: { kind: 'days', first: from, last: to || '~' } };
}

function toDateAdvice(text: string, given: string[]): string {
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
