import { expect, test } from 'vitest';
import { compileTopics, matchTopics } from '@/lib/core/topics/match-topics';
import { makeSubject } from '../query/samples';
import { makeTopic } from './sample-topics';

const subject = makeSubject({ title: 'Agents in video' });

test('names the topics that match, in their order', () => {
  const compiled = compileTopics([makeTopic('video'), makeTopic('robot'), makeTopic('agent')]);
  expect(matchTopics(compiled, subject)).toEqual(['video', 'agent']);
});

test('leaves out disabled and deleted topics', () => {
  const topics = [makeTopic('video', { enabled: false }), makeTopic('agent', { deletedAt: 1 }), makeTopic('agents')];
  expect(compileTopics(topics).map(({ topic }) => topic.id)).toEqual(['agents']);
});

test('keeps a topic whose query does not parse, with the mistake, and matches nothing with it', () => {
  const compiled = compileTopics([makeTopic('a', { query: 'video (' }), makeTopic('video')]);
  expect(compiled[0]?.query).toBeUndefined();
  expect(compiled[0]?.mistake).toMatchObject({ from: 6, to: 7 });
  expect(matchTopics(compiled, subject)).toEqual(['video']);
});
