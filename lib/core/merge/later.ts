import { toCanonicalJson } from './canonical';

/** A value with the time at which the user gave it. */
export interface Timed {
  value: unknown;
  at: number;
}

/**
 * What the user gives a field now. Later than what it replaces though a clock was wrong or was turned back, or a merge
 * would bring that back.
 */
export function toStamped<T>(value: T, at: number, before: { at: number } | undefined): { value: T; at: number } {
  return { value, at: Math.max(at, (before?.at ?? -1) + 1) };
}

/**
 * True when `b` replaces `a`: it is later or, of the same moment, has the greater value. Any order among values would
 * do, as long as every device has the same one: without it two devices would each keep their own for ever.
 */
export function isReplacedBy(a: Timed, b: Timed): boolean {
  if (a.at !== b.at) return b.at > a.at;
  return a.value !== b.value && toCanonicalJson(b.value) > toCanonicalJson(a.value);
}
