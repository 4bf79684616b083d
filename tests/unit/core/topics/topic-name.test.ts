import { describe, expect, it } from 'vitest';
import { toTopicName } from '@/lib/core/topics/topic-name';
import { measureCpu } from '../../../harness/cpu-time';

describe('the name of a topic whose user gave none', () => {
  it.each([
    ['agent', 'Agent'],
    ['(agent* OR "tool use") -survey', 'Agent or tool use'],
    ['title:(video OR film) diffusion', 'Video or film diffusion'],
    ['author:"Fei-Fei Li"', 'Fei-Fei Li'],
    ['diffusion upvotes:>=20 date:7d has:code is:new', 'Diffusion'],
    ['speech NOT music', 'Speech'],
    ['speech NOT (music OR noise) codec', 'Speech codec'],
    ['speech -(music OR (noise AND hum))', 'Speech'],
    ['text-to-image', 'Text-to-image'],
    ['"tool use', 'Tool use'],
    ['a OR', 'A'],
  ])('is made of the words of %s', (query, name) => {
    expect(toTopicName(query)).toBe(name);
  });

  it.each(['', '   ', '-survey', 'upvotes:>=5', '((((', '***', ') OR ('])('is never empty, even for "%s"', (query) => {
    expect(toTopicName(query)).toBe('New topic');
  });

  it('is cut at a word', () => {
    const name = toTopicName(Array.from({ length: 50 }, () => 'planning').join(' OR '));
    expect(name).toBe('Planning or planning or planning…');
  });

  it('is read in a moment from the longest query', async () => {
    const [, ms] = await measureCpu(() => {
      for (const piece of ['a-', '((', 'ab:', '"a ', 'OR ']) toTopicName(piece.repeat(1000));
    });
    expect(ms).toBeLessThan(100);
  });
});
