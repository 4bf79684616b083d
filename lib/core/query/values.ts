import { isDay } from '../days/day';
import type { FactNode, NumberField, Span } from './ast';
import type { Wording } from './mistake';

/** The part of a fact that its value decides. */
type Fact<K extends FactNode['kind']> = Omit<Extract<FactNode, { kind: K }>, keyof Span | 'term'>;

export type Value<T> = { ok: true; value: T } | { ok: false; wording: Wording };

const SIGNED = /^(>=|<=|=>|=<|>|<|=|≥|≤)?(\d+)$/;
const BETWEEN = /^(\d*)\.\.(\d*)$/;
const MOST_DAYS = 9999;

/** `>=20`, `<5`, `20`, `100..500`, `100..`. Both ends of the answer are included. */
export function parseNumber(field: NumberField, text: string): Value<Fact<'number'>> {
  const ok = (min: number, max: number): Value<Fact<'number'>> => ({
    ok: true,
    value: { kind: 'number', field, min, max },
  });
  const between = BETWEEN.exec(text);
  if (between && text !== '..') {
    const min = between[1] ? Number(between[1]) : Number.NEGATIVE_INFINITY;
    const max = between[2] ? Number(between[2]) : Number.POSITIVE_INFINITY;
    if (min > max) return { ok: false, wording: (say) => say.backwards(field, between[1], between[2]) };
    return ok(min, max);
  }
  const signed = SIGNED.exec(text);
  if (!signed) return { ok: false, wording: (say) => say.notANumber(field, text) };
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
    return { ok: false, wording: (say) => say.dayCount(MOST_DAYS) };
  }
  const [first = '', last, more] = text.split('..', 3);
  const ends = last === undefined ? [first, first] : [first, last];
  const given = ends.filter((end) => end !== '');
  if (more !== undefined || given.length === 0 || !given.every(isDay))
    return { ok: false, wording: (say) => say.notADate(text, given) };
  const [from = '', to = ''] = ends;
  if (to !== '' && from > to) return { ok: false, wording: (say) => say.backwards('date', from, to) };
  return { ok: true, value: { kind: 'days', first: from, last: to || '~' } };
}
