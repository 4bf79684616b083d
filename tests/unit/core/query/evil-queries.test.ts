import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '@/lib/core/query/parse-query';
import { QUERY_LENGTH_LIMIT } from '@/lib/core/query/read-query';
import { measureCpu } from '../../../harness/cpu-time';
import * as arbitrary from './arbitraries';
import { makePaper, TODAY } from './samples';

/** Queries made to be slow: deep, wide, repeating what the evil texts repeat. */
const EVIL_QUERIES = [
  'a OR '.repeat(399).concat('a'),
  `"${'a '.repeat(990)}"`,
  `"${'a '.repeat(990)}b"`,
  `"${'a* '.repeat(660)}"`,
  'a* '.repeat(660).trim(),
  'aaaaaaaaaa* '.repeat(160).trim(),
  `${'扩'.repeat(1999)}*`,
  '扩 '.repeat(999).trim(),
  `${'('.repeat(50)}a${')'.repeat(50)}`,
  `${'('.repeat(50)}a`,
  '(a OR b) '.repeat(220).trim(),
  `${'(a OR '.repeat(49)}a${')'.repeat(49)}`,
  `${'-('.repeat(49)}a${')'.repeat(49)}`,
  '-'.repeat(2000),
  'NOT '.repeat(500),
  '"'.repeat(2000),
  'title:'.repeat(333),
  'a'.repeat(2000),
  `${'a'.repeat(1999)}*`,
  'π_{0.'.repeat(333),
];

const EVIL_PAPERS = [
  makePaper({ title: 'a '.repeat(100), summary: 'a '.repeat(600) }),
  makePaper({ title: 'a'.repeat(1000), summary: `${'a'.repeat(2999)} b` }),
  makePaper({ title: '扩'.repeat(500), summary: '扩'.repeat(600) }),
  makePaper({ title: 'e\u0301'.repeat(500), summary: 'π_{0.5}a_{1'.repeat(200) }),
  makePaper({ summary: 'C++ '.repeat(300), authors: Array.from({ length: 664 }, (_, i) => ({ name: `A${i} Li` })) }),
];

/** Every text that a query can look into. */
function lengthOf(paper: (typeof EVIL_PAPERS)[number]): number {
  return [paper.title, paper.summary, paper.id, 'huggingface', ...paper.authors.map((author) => author.name)].join(' ')
    .length;
}

test('row 35: 10,000 evil queries take at most steps linear in text times query', { timeout: 120_000 }, () => {
  const generated = fc.sample(arbitrary.queryLike, { numRuns: 10_000 - EVIL_QUERIES.length, seed: 35 });
  const small = fc.sample(arbitrary.paper, { numRuns: 20, seed: 35 });
  let parsed = 0;
  [...EVIL_QUERIES, ...generated].forEach((query, i) => {
    const result = parseQuery(query);
    if (!result.ok) return;
    parsed++;
    const evil = EVIL_PAPERS[i % EVIL_PAPERS.length];
    const papers = i < EVIL_QUERIES.length ? EVIL_PAPERS : [small[i % small.length], i % 10 === 0 ? evil : undefined];
    for (const paper of papers.filter((paper) => paper !== undefined)) {
      const steps = result.query.countSteps({ paper, seen: false, today: TODAY });
      // Three: to find a word, to compare it, and to compare its letters.
      if (steps > 3 * (lengthOf(paper) + 1) * query.length) throw new Error(`${steps} steps: ${query.slice(0, 80)}`);
    }
  });
  expect(parsed).toBeGreaterThan(2000);
});

test('row 35: length and depth are capped', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: QUERY_LENGTH_LIMIT + 1, maxLength: QUERY_LENGTH_LIMIT + 100 }),
      (text) => {
        expect(parseQuery(text).ok).toBe(false);
      },
    ),
    { numRuns: 20 },
  );
  for (const depth of [51, 500, 2000]) expect(parseQuery('('.repeat(depth)).ok).toBe(false);
});

test('row 35: no query of the longest length takes the parser longer than a blink', async () => {
  for (const query of EVIL_QUERIES) {
    const [, ms] = await measureCpu(() => parseQuery(query));
    // A parser that goes back doubles its time with each bracket: 50 of them would not end before the sun does.
    expect(ms).toBeLessThan(500);
  }
});
