import { describe, expect, test } from 'vitest';
import type { Paper } from '@/lib/core/papers/paper';
import { parseQuery } from '@/lib/core/query/parse-query';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import { findNameProblem } from '@/lib/core/topics/plan-topics';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { hasRecordedFeed, readRecordedBodies } from '../../recorded-data';
import { compile, makePaper, TODAY } from '../query/samples';
import { makeTopic } from './sample-topics';

test('there are enough examples, over several fields, each with a name of its own', () => {
  expect(EXAMPLE_TOPICS.length).toBeGreaterThanOrEqual(24);
  expect(new Set(EXAMPLE_TOPICS.map((example) => example.field)).size).toBeGreaterThanOrEqual(6);
  const taken = EXAMPLE_TOPICS.map(({ name }, i) => makeTopic(`${i}`, { name }));
  for (const [i, { name }] of EXAMPLE_TOPICS.entries()) expect(findNameProblem(name, taken, `${i}`)).toBeUndefined();
});

test.each(EXAMPLE_TOPICS.map(({ name, query }) => [name, query]))('%s asks for what never flickers', (_, query) => {
  const parsed = parseQuery(query);
  expect(parsed.ok).toBe(true);
  expect(query).not.toMatch(/author:|org:|keyword:|upvotes:|stars:|is:|has:|date:/);
});

describe.skipIf(!hasRecordedFeed)('over the recorded papers', () => {
  const papers = new Map<string, Paper>();
  for (const { date, text } of readRecordedBodies(['oldest', 'days'])) {
    const parsed = parseDailyPapers(JSON.parse(text), date);
    for (const paper of parsed.ok ? parsed.papers : []) papers.set(paper.id, makePaper(paper));
  }

  test('there are papers enough for the rates to mean something', () => {
    expect(papers.size).toBeGreaterThan(1500);
  });

  test.each(EXAMPLE_TOPICS.map(({ name, query }) => [name, query]))('%s hits 0.5 to 15 %', (_, query) => {
    const compiled = compile(query);
    const hits = [...papers.values()].filter((paper) => compiled.matches({ paper, seen: false, today: TODAY }));
    expect(hits.length / papers.size).toBeGreaterThanOrEqual(0.005);
    expect(hits.length / papers.size).toBeLessThanOrEqual(0.15);
  });
});
