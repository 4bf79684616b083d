import * as z from 'zod/mini';
import { toLine } from '../papers/clean-text';
import { isSafeUrl } from '../papers/links';

/**
 * The last moment of the year 9999. Not the last a date can have: what is done here after it must be later, and still be
 * a time.
 */
export const LAST_TIME = 253_402_300_799_999;
/** In a list of topics, for the same reason: the next one stands behind it. */
export const LAST_PLACE = 1_000_000_000;

export const named = (words: string) => ({ error: words });
export const text = (min: number, max: number) =>
  z
    .string(named('must be text'))
    .check(z.minLength(min, named('must not be empty')), z.maxLength(max, named(`has more than ${max} characters`)));
const isTime = named('must be a time in milliseconds since 1970');
export const time = z.number(isTime).check(z.int(isTime), z.nonnegative(isTime), z.maximum(LAST_TIME, isTime));
export const yesNo = z.boolean(named('must be true or false'));
/** What rows are called by: half a letter has no address, and none can be made of it. */
export const name = text(1, 200).check(z.refine((value) => !/\p{Cs}/u.test(value), named('has half a letter in it')));
const isWhole = named('must be a whole number from 0 on');
export const whole = z.number(isWhole).check(z.int(isWhole), z.nonnegative(isWhole));
export const place = whole.check(z.maximum(LAST_PLACE, named('must be no more than 1000000000')));

/** Unknown fields are refused: what a reader drops without a word is lost for whoever restores. */
export function entry<T extends Parameters<typeof z.strictObject>[0]>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? toUnknownWords(issue.keys) : 'must be an object'),
  });
}

const NAMED = 3;
const NAME_LENGTH = 60;

/** Not all of them, and not all of each: the file's own text would fill the page. */
function toUnknownWords(keys: readonly string[]): string {
  const names = keys.slice(0, NAMED).map((key) => shorten(key, NAME_LENGTH));
  if (keys.length === 1) return `has a field that is not known: ${names[0]}`;
  const more = keys.length > NAMED ? `, and ${(keys.length - NAMED).toLocaleString('en-US')} more` : '';
  return `has fields that are not known: ${names.join(', ')}${more}`;
}

/** The beginning of a text of the file, as one line that turns nothing round. */
export function shorten(text: string, length: number): string {
  const line = toLine(text.slice(0, 4 * length), 4 * length);
  return line.length <= length ? line : `${toLine(line, length - 1)}…`;
}

/** An address that may stand in a link. */
export const address = z.string(named('must be text')).check(z.refine(isSafeUrl, named('must be a web address')));
