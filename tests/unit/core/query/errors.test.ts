import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '@/lib/core/query/parse-query';
import * as arbitrary from './arbitraries';
import { compile, errorOf } from './samples';

test.each<[query: string, from: number, to: number, advice: string]>([
  ['', 0, 1, 'at least one word'],
  [' \n\t', 0, 3, 'at least one word'],
  ['a (b', 2, 3, 'not closed. Write “)”'],
  ['title:(a', 6, 7, 'not closed'],
  ['a b)', 3, 4, 'closes nothing'],
  ['a "b c', 2, 6, 'Write " after'],
  ['a ""', 2, 4, 'no word between'],
  ['"&"', 0, 3, 'no word between'],
  ['a ( )', 2, 5, 'nothing in these brackets'],
  ['a OR', 2, 4, 'both sides'],
  ['OR a', 0, 2, 'both sides'],
  ['a OR OR b', 2, 4, 'both sides'],
  ['(a OR)', 3, 5, 'both sides'],
  ['AND a', 0, 3, 'both sides'],
  ['a AND', 2, 5, 'both sides'],
  ['a AND OR b', 2, 5, 'both sides'],
  ['a NOT', 2, 5, 'as in NOT survey'],
  ['NOT OR a', 0, 4, 'as in NOT survey'],
  ['- a', 0, 1, 'as in -survey'],
  ['& a', 0, 1, 'holds no letter'],
  ['🤗', 0, 2, 'holds no letter'],
  ['*', 0, 1, 'as in diffus*'],
  ['a *', 2, 3, 'as in diffus*'],
  ['*fusion', 0, 7, 'as in diffus*'],
  ['dif*sion', 0, 8, 'only end a word'],
  ['"a b*c"', 3, 6, 'only end a word'],
  ['diffus**', 0, 8, 'as in diffus*'],
  ['C++*', 0, 4, 'as in diffus*'],
  ['title:', 0, 6, 'for example title:'],
  ['title: cats', 0, 6, 'without a space: title:cats'],
  ['title:)', 0, 6, 'for example title:'],
  ['titel:a', 0, 6, 'Did you mean title:'],
  ['authors:a', 0, 8, 'Did you mean author:'],
  ['abs:a', 0, 4, 'Did you mean abstract:'],
  ['titel: a', 0, 6, 'Did you mean title:'],
  ['foo:bar', 0, 4, 'write "foo:bar"'],
  ['https://x.org', 0, 6, 'There is no field “https”'],
  ['title:(abstract:a)', 7, 16, 'Close them before abstract:'],
  ['title:-a', 0, 8, 'Write the minus before the field: -title:a'],
  ['title:-', 6, 7, 'as in -survey'],
  ['is:-', 3, 4, 'as in -survey'],
  ['has:cod', 4, 7, 'Did you mean has:code?'],
  ['has:foo', 4, 7, 'has:code, has:project, has:media or has:note'],
  ['is:unseen', 3, 9, 'Did you mean is:new?'],
  ['is:""', 3, 5, 'is:new'],
  ['upvotes:many', 8, 12, 'upvotes:>=20'],
  ['upvotes:2.5', 8, 11, 'not a whole number'],
  ['upvotes:-5', 8, 10, 'not a whole number'],
  ['upvotes:>= 20', 8, 10, 'without a space'],
  ['upvotes:..', 8, 10, 'not a whole number'],
  ['stars:500..100', 6, 14, 'stars:100..500'],
  ['stars:100-500', 6, 13, 'stars:100..500'],
  ['date:soon', 5, 9, 'date:7d'],
  ['date:0d', 5, 7, 'from 1 to 9999'],
  ['date:2w', 5, 7, 'date:30d'],
  ['date:2026-02-30', 5, 15, 'There is no day 2026-02-30'],
  ['date:2026-02', 5, 12, 'date:2026-02-01..2026-02-28'],
  ['date:>=2026-11-01', 5, 17, 'date:2026-11-01..'],
  ['date:<2026-11-01', 5, 16, 'date:..2026-11-01'],
  ['date:2026-11-20..2026-11-01', 5, 27, 'date:2026-11-01..2026-11-20'],
  ['date:..', 5, 7, 'is not a date'],
  ['a'.repeat(2001), 2000, 2001, 'at most 2,000 characters'],
  [`${'('.repeat(51)}a${')'.repeat(51)}`, 50, 51, 'at most 50 deep'],
])('underlines %j from %i to %i: %s', (query, from, to, advice) => {
  const error = errorOf(query);
  expect(error).toMatchObject({ from, to });
  expect(error.message).toContain(advice);
});

test.each([
  'a'.repeat(2000),
  `${'('.repeat(50)}a${')'.repeat(50)}`,
  `"${'('.repeat(60)}a"`,
  '(a) (b) '.repeat(250).trim(),
  'NOT '.repeat(499).concat('a'),
])('accepts what is within the limits: %.40s', (query) => {
  expect(() => compile(query)).not.toThrow();
});

test('reports the first of several mistakes, and colours the rest all the same', () => {
  const result = parseQuery('a titel:b "c');
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.error.from).toBe(2);
  expect(result.tokens.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['word', 0, 1],
    ['field', 2, 8],
    ['word', 8, 9],
    ['phrase', 10, 12],
  ]);
});

test('names the pieces of a query for colouring', () => {
  const result = parseQuery('-title:(a OR "b c") upvotes:>=20');
  expect(result.tokens.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['operator', 0, 1],
    ['field', 1, 7],
    ['bracket', 7, 8],
    ['word', 8, 9],
    ['operator', 10, 12],
    ['phrase', 13, 18],
    ['bracket', 18, 19],
    ['field', 20, 28],
    ['value', 28, 32],
  ]);
});

test('never throws, and always underlines a place inside the text with a sentence', () => {
  fc.assert(
    fc.property(fc.oneof(arbitrary.queryLike, fc.string({ unit: 'grapheme' })), (query) => {
      const result = parseQuery(query);
      let end = 0;
      for (const token of result.tokens) {
        expect(token.from).toBeGreaterThanOrEqual(end);
        expect(token.to).toBeGreaterThan(token.from);
        end = token.to;
      }
      expect(end).toBeLessThanOrEqual(query.length);
      if (result.ok) return;
      const { from, to, message } = result.error;
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(Math.max(1, query.length));
      expect(message.length).toBeGreaterThan(10);
      expect(message.length).toBeLessThan(300);
    }),
    { numRuns: 5000 },
  );
});

test('what lies between the pieces is white space', () => {
  for (const query of ['is:-', 'title:-a b']) expect(toGaps(query).trim()).toBe('');
  fc.assert(
    fc.property(arbitrary.queryLike, (query) => {
      fc.pre(parseQuery(query).tokens.length > 0);
      expect(toGaps(query).trim()).toBe('');
    }),
  );
});

/** The query with its pieces blanked out. */
function toGaps(query: string): string {
  let left = query;
  for (const { from, to } of parseQuery(query).tokens)
    left = left.slice(0, from) + ' '.repeat(to - from) + left.slice(to);
  return left;
}
