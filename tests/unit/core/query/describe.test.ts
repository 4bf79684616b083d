import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeMatches, toRanges } from '@/lib/core/query/describe';
import * as arbitrary from './arbitraries';
import { compile, makeSubject, marked, TODAY } from './samples';

const subject = makeSubject({
  title: 'Tool-use in world models',
  summary: 'Agents with language. The agent’s tool use.',
  authors: [{ name: 'Fei-Fei Li' }, { name: 'Kaiming He' }],
  organization: { name: 'nvidia', fullname: 'NVIDIA' },
  upvotes: 28,
  comments: 1,
  githubRepo: 'https://github.com/a/b',
  githubStars: 1200,
});

test.each([
  ['"tool use" agents language', '“tool use” in title, agents and language in abstract'],
  ['world models', 'both words in title'],
  ['world models in', 'world, models and in in title'],
  ['agents language', 'both words in abstract'],
  ['models agents', 'models in title, agents in abstract'],
  ['author:"fei-fei li"', 'author Fei-Fei Li'],
  ['author:(li OR he)', 'author Fei-Fei Li and Kaiming He'],
  ['org:nvidia', 'organisation NVIDIA'],
  ['upvotes:>=20', '28 upvotes'],
  ['comments:<5', '1 comment'],
  ['stars:>1', '1,200 stars'],
  ['has:code is:new', 'has code, new'],
  ['date:7d', 'listed on 2026-11-20'],
  ['agent OR world OR nothing', 'world in title, agent in abstract'],
  ['world -nothing', 'world in title'],
  ['-nothing', ''],
  ['nothing', ''],
  ['world nothing', ''],
  ['(world nothing) OR agent', 'agent in abstract'],
])('%s is told as: %s', (query, words) => {
  expect(describeMatches(compile(query).explain(subject))).toBe(words);
});

test('names four words and counts the rest', () => {
  const found = compile('tool use in world models').explain(subject);
  expect(describeMatches(found)).toBe('tool, use, in, world and 1 more in title');
});

test('marks each branch of an OR that holds, and nothing that is left out', () => {
  expect(marked(compile('(agent OR world OR none) -video').explain(subject))).toEqual(['Agents', 'agent', 'world']);
});

test('marks the right author among several', () => {
  const found = compile('author:he').explain(subject);
  expect(toRanges(found, 'author', 'Kaiming He')).toEqual([{ from: 8, to: 10 }]);
  expect(toRanges(found, 'author', 'Fei-Fei Li')).toEqual([]);
  expect(toRanges(found, 'title')).toEqual([]);
});

test('marks overlapping phrases as one', () => {
  const found = compile('"tool use in" "use in world" models').explain(subject);
  expect(toRanges(found, 'title')).toEqual([
    { from: 0, to: 17 },
    { from: 18, to: 24 },
  ]);
});

test('ranges are sorted and apart, and cover what was found and nothing else', () => {
  fc.assert(
    fc.property(arbitrary.written, arbitrary.paper, ({ query }, paper) => {
      const found = compile(query).explain({ paper, seen: false, today: TODAY });
      for (const field of ['title', 'abstract'] as const) {
        const ranges = toRanges(found, field);
        for (const [i, range] of ranges.entries()) expect(range.from).toBeGreaterThan(ranges[i - 1]?.to ?? -1);
        const covered = new Set(
          ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
        );
        const wanted = new Set<number>();
        for (const match of found) {
          if (match.kind === 'text' && match.field === field) for (let i = match.from; i < match.to; i++) wanted.add(i);
        }
        expect([...covered].sort()).toEqual([...wanted].sort());
      }
    }),
  );
});
