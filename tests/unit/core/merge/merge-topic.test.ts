import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSetting } from '@/lib/core/merge/merge-setting';
import { mergeTopic, stampTopic } from '@/lib/core/merge/merge-topic';
import type { Topic } from '@/lib/core/topics/topic';
import { settingOf, topicOf } from './arbitraries';

const TOPIC: Topic = stampTopic(
  undefined,
  {
    id: 't',
    name: 'Agents',
    query: 'agents',
    colour: 0,
    badge: true,
    notify: false,
    enabled: true,
    position: 0,
    createdAt: 1,
    updatedAt: 1,
  },
  1,
);
const edit = (topic: Topic, change: Partial<Topic>, at: number) =>
  stampTopic(topic, { ...topic, ...change, updatedAt: at }, at);

describe('two states of one topic', () => {
  it('merge field by field: an edit of one does not take an edit of the other', () => {
    const merged = mergeTopic(edit(TOPIC, { query: 'agent*' }, 5), edit(TOPIC, { name: 'Helpers', badge: false }, 7));
    expect(merged).toMatchObject({ query: 'agent*', name: 'Helpers', badge: false, updatedAt: 7 });
  });

  it('leave a topic deleted where nothing but its place was changed after', () => {
    const deleted = edit(TOPIC, { deletedAt: 5 }, 5);
    expect(mergeTopic(edit(TOPIC, { query: 'agent*' }, 4), deleted)).toMatchObject({ deletedAt: 5, query: 'agent*' });
    expect(mergeTopic(edit(TOPIC, { position: 3 }, 9), deleted)).toMatchObject({ deletedAt: 5, position: 3 });
    expect(mergeTopic(edit(TOPIC, { query: 'agent*' }, 6), deleted)).not.toHaveProperty('deletedAt');
  });

  it('leave one alive that was brought back, though the other never heard of it', () => {
    const deleted = edit(TOPIC, { deletedAt: 5 }, 5);
    const { deletedAt: _deletedAt, ...back } = deleted;
    expect(mergeTopic(deleted, stampTopic(deleted, back, 8))).not.toHaveProperty('deletedAt');
  });

  it('stamp an edit later than what it replaces though the clock was set back', () => {
    const future = edit(TOPIC, { query: 'agent*' }, 1_000);
    expect(mergeTopic(future, edit(future, { query: 'agent' }, 3))).toMatchObject({ query: 'agent' });
  });

  it('merge to the same in any order, however often', () => {
    fc.assert(
      fc.property(topicOf('t'), topicOf('t'), topicOf('t'), (a, b, c) => {
        const merged = mergeTopic(mergeTopic(a, b), c);
        expect(mergeTopic(b, a)).toEqual(mergeTopic(a, b));
        expect(mergeTopic(a, mergeTopic(b, c))).toEqual(merged);
        expect(mergeTopic(merged, a)).toEqual(merged);
        expect(mergeTopic(merged, merged)).toEqual(merged);
      }),
      { numRuns: 500 },
    );
  });
});

describe('two choices of one setting', () => {
  it('merge to the later one, in any order, however often', () => {
    fc.assert(
      fc.property(settingOf('s'), settingOf('s'), settingOf('s'), (a, b, c) => {
        const merged = mergeSetting(mergeSetting(a, b), c);
        expect(mergeSetting(a, mergeSetting(b, c)).value).toEqual(merged.value);
        expect(mergeSetting(mergeSetting(c, b), a).value).toEqual(merged.value);
        expect(merged.at ?? 0).toBe(Math.max(...[a, b, c].map(({ at = 0 }) => at)));
        expect(mergeSetting(merged, a).value).toEqual(merged.value);
      }),
    );
  });
});
