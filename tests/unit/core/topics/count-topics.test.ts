import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '@/lib/core/days/day';
import { countNewMatches } from '@/lib/core/topics/count-topics';
import { compileTopics } from '@/lib/core/topics/match-topics';
import { makePaper, TODAY } from '../query/samples';
import { makeTopic } from './sample-topics';

const entry = (id: string, title: string, seen = false, dailyDate = TODAY) => ({
  paper: makePaper({ id, title, dailyDate }),
  seen,
});

test('counts a paper in several topics once, and says how often it was counted again', () => {
  const compiled = compileTopics([makeTopic('agent'), makeTopic('video'), makeTopic('robot')]);
  const entries = [entry('1', 'agent video'), entry('2', 'video'), entry('3', 'other')];
  expect(countNewMatches(entries, compiled, TODAY)).toEqual({
    ids: ['1', '2'],
    perTopic: [
      { id: 'agent', name: 'agent', count: 1 },
      { id: 'video', name: 'video', count: 2 },
      { id: 'robot', name: 'robot', count: 0 },
    ],
    repeats: 1,
  });
});

test('counts neither seen papers nor those older than 14 days', () => {
  const entries = [
    entry('1', 'agent', true),
    entry('2', 'agent', false, addDays(TODAY, -14)),
    entry('3', 'agent', false, addDays(TODAY, -15)),
  ];
  expect(countNewMatches(entries, compileTopics([makeTopic('agent')]), TODAY).ids).toEqual(['2']);
});

test('leaves topics out whose badge is off, and counts nothing when all are', () => {
  const entries = [entry('1', 'agent'), entry('2', 'video')];
  const agent = makeTopic('agent', { badge: false });
  expect(countNewMatches(entries, compileTopics([agent, makeTopic('video')]), TODAY)).toMatchObject({
    ids: ['2'],
    perTopic: [{ id: 'video', count: 1 }],
  });
  expect(countNewMatches(entries, compileTopics([agent]), TODAY)).toEqual({ ids: [], perTopic: [], repeats: 0 });
});

test('without topics counts the new papers of the newest day', () => {
  const before = addDays(TODAY, -1);
  const entries = [entry('1', 'a'), entry('2', 'b', true), entry('3', 'c', false, before)];
  expect(countNewMatches(entries, [], TODAY)).toEqual({ ids: ['1'], perTopic: [], repeats: 0 });
});

test('without topics counts nothing once the newest day is seen, though older papers are new', () => {
  const onlyNew = [entry('3', 'c', false, addDays(TODAY, -1))];
  expect(countNewMatches(onlyNew, [], TODAY, TODAY).ids).toEqual([]);
});

test('the counts per topic minus the repeats are the badge, whatever the papers and topics', () => {
  const word = fc.constantFrom('agent', 'video', 'robot', 'code');
  const entries = fc.array(
    fc.tuple(fc.nat(8), fc.array(word, { maxLength: 4 }), fc.boolean(), fc.integer({ min: -20, max: 2 })),
  );
  const topics = fc.uniqueArray(
    fc.record({
      id: fc.nat(9).map(String),
      query: fc.oneof(word, fc.constant('(')),
      badge: fc.boolean(),
      enabled: fc.boolean(),
    }),
    { selector: (topic) => topic.id },
  );
  fc.assert(
    fc.property(entries, topics, (rows, given) => {
      const papers = rows.map(([id, words, seen, age]) =>
        entry(String(id), words.join(' '), seen, addDays(TODAY, age)),
      );
      const compiled = compileTopics(given.map((topic) => makeTopic(topic.id, topic)));
      const { ids, perTopic, repeats } = countNewMatches(papers, compiled, TODAY);
      expect(new Set(ids).size).toBe(ids.length);
      if (compiled.length > 0) expect(perTopic.reduce((sum, { count }) => sum + count, 0) - repeats).toBe(ids.length);
      expect(repeats).toBeGreaterThanOrEqual(0);
    }),
  );
});
