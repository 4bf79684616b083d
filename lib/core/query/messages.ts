import { toList } from '../words/to-list';
import { FIELD_NAMES, type FieldName, toFieldExample } from './fields';
import { clip } from './value-messages';

export { backwards, dayCount, notADate, notANumber } from './value-messages';

/** What a query's author reads when it does not parse: what is wrong here, and what to write instead. */

export const empty = (): string => 'Write at least one word.';

export const tooLong = (limit: number, over: number): string =>
  `A query has at most ${limit.toLocaleString('en')} characters. Take out ${over.toLocaleString('en')}, or make two topics of it.`;

export const tooDeep = (limit: number): string =>
  `Brackets can stand at most ${limit} deep inside each other. Take this pair away.`;

export const strayClose = (): string =>
  'This bracket closes nothing. Take it away, or write “(” before the first word it belongs to.';

export const unclosedBracket = (): string =>
  'This bracket is not closed. Write “)” after the last word that belongs to it.';

export const emptyBrackets = (): string =>
  'There is nothing in these brackets. Write a word inside, or take them away.';

export const unclosedQuote = (): string =>
  'This quotation mark is not closed. Write " after the last word of the phrase.';

export const emptyQuotes = (): string =>
  'There is no word between these quotation marks. Write one, or take them away.';

export const missingSide = (operator: 'AND' | 'OR'): string =>
  `${operator} needs a word on both sides, as in agents ${operator} robotics. To find the word itself, write it in small letters.`;

export const emptyNot = (): string =>
  'Nothing is left out here. Write the word right after it, as in NOT survey or -survey.';

export function unknownField(written: string, name: string, nearest: string | undefined): string {
  const literal = `To find the words themselves, write "${clip(written.replace(/["“”„«»]/g, ''))}"`;
  if (nearest) return `There is no field “${clip(name)}”. Did you mean ${nearest}: ? ${literal}`;
  return `There is no field “${clip(name)}”. The fields are ${FIELD_NAMES.join(', ')}. ${literal}`;
}

export const nestedField = (outer: FieldName, inner: FieldName): string =>
  `These brackets already belong to ${outer}:. Close them before ${inner}:`;

/** `rest` is the text after the colon. */
export function emptyField(field: FieldName, rest: string): string {
  const next = /^\s+([^\s()"“”„«»]+)/u.exec(rest)?.[1];
  if (next && !/^(?:AND|OR|NOT)$/.test(next))
    return `Write the word right after the colon, without a space: ${field}:${clip(next)}`;
  return `Write what to look for right after the colon, for example ${toFieldExample(field)}`;
}

export const minusInside = (field: FieldName, value: string): string =>
  `Write the minus before the field: -${field}:${clip(value)}`;

export function unknownValue(
  field: string,
  text: string,
  values: readonly string[],
  nearest: string | undefined,
): string {
  if (text === '')
    return `Write what to look for: ${toList(
      values.map((value) => `${field}:${value}`),
      'or',
    )}.`;
  const wrong = `There is no ${field}:${clip(text)}.`;
  return nearest
    ? `${wrong} Did you mean ${field}:${nearest}?`
    : `${wrong} Write ${toList(
        values.map((value) => `${field}:${value}`),
        'or',
      )}.`;
}

export function noWord(text: string): string {
  if (text === '-') return 'This minus stands alone. Write the word to leave out right after it, as in -survey.';
  return `“${clip(text)}” holds no letter or digit to look for. Take it away.`;
}

export const starAlone = (): string => 'A star needs the beginning of a word right before it, as in diffus*';

export const starInside = (): string =>
  'A star can only end a word, as in diffus*. Take it away, or write the beginning only.';
