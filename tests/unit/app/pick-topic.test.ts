import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pickTopic, unpickTopic } from '@/lib/app/pick-topic';
import { createTopic, deleteTopic, updateTopic } from '@/lib/app/save-topic';
import { undoGroup } from '@/lib/app/undo';
import { toActionWords } from '@/lib/core/journal/action-words';
import type { JournalRow } from '@/lib/core/journal/journal';
import { TOPIC_LIMIT } from '@/lib/core/topics/plan-topics';
import { readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';

const refreshBadge = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge }));

const AGENTS = { name: 'Language agents', query: '"LLM agent"' };

beforeEach(async () => {
  refreshBadge.mockClear();
  await userDb.delete();
  await userDb.open();
});

describe('a ready-made topic', () => {
  it('is made once, however many clicks and pages ask for it at once', async () => {
    await Promise.all([pickTopic(AGENTS), pickTopic(AGENTS), pickTopic(AGENTS)]);
    expect(await readTopics()).toMatchObject([AGENTS]);
    expect(refreshBadge).toHaveBeenCalled();
  });

  it('is told with its way back when it is new, and as nothing done when it was there', async () => {
    const first = await pickTopic(AGENTS);
    expect(first).toMatchObject({ topic: AGENTS, done: { count: 1 } });
    expect(await pickTopic(AGENTS)).toMatchObject({ topic: { id: first.topic.id }, done: { count: 0 } });
  });

  it('leaves a topic with its query as the user has made it', async () => {
    const own = await createTopic({ name: 'Mine', query: AGENTS.query, badge: false });
    await pickTopic(AGENTS);
    expect(await readTopics()).toEqual([own]);
  });

  it('is switched on where its topic is off, as an action of its own that can be taken back', async () => {
    const own = await createTopic({ name: 'Mine', query: AGENTS.query, badge: false });
    await updateTopic(own.id, { enabled: false });
    const picked = await pickTopic(AGENTS);
    expect(picked.done).toMatchObject({ count: 1 });
    expect(picked.done.words).toBe('You follow “Mine” again; it was switched off. Its matches stand in its list.');
    expect(await readTopics()).toMatchObject([{ id: own.id, name: 'Mine', badge: false, enabled: true }]);
    expect(toActionWords((await userDb.journal.toArray()).at(-1) as JournalRow, 1)).toBe('Topic “Mine” switched on.');
    await undoGroup(picked.done.group);
    expect(await readTopics()).toMatchObject([{ id: own.id, enabled: false }]);
  });

  it('is switched on also where it was switched off a moment ago, and leaves its twin as it is', async () => {
    const own = await createTopic(AGENTS);
    await updateTopic(own.id, { enabled: false });
    const twin = await createTopic({ name: 'Twin', query: AGENTS.query });
    expect((await pickTopic(AGENTS)).done).toMatchObject({ count: 0, words: 'You follow “Twin” already.' });
    await deleteTopic(twin.id);
    const { done } = await pickTopic(AGENTS);
    expect(done.words).toBe('You follow “Language agents” again; it was switched off. Its matches count on the badge.');
    expect(await readTopics()).toMatchObject([{ id: own.id, enabled: true }]);
  });

  it('tells what the pick did: what it made goes when it is unpicked, and no other does', async () => {
    await createTopic({ name: 'Speech', query: 'speech' });
    const { kind, topic } = await pickTopic(AGENTS);
    expect(kind).toBe('made');
    await unpickTopic(AGENTS.query, new Set([topic.id]));
    expect((await readTopics()).map(({ name }) => name)).toEqual(['Speech']);
    expect(toActionWords((await userDb.journal.toArray()).at(-1) as JournalRow, 1)).toBe(
      'Topic “Language agents” deleted.',
    );
    await pickTopic(AGENTS);
    expect((await readTopics()).map(({ name }) => name)).toEqual(['Speech', 'Language agents']);
  });

  it('is the first of its twins in the order of the list, whichever id it was given', async () => {
    for (const id of ['b', 'a']) {
      await createTopic(AGENTS, id);
      await updateTopic(id, { enabled: false });
    }
    expect(await pickTopic(AGENTS)).toMatchObject({ kind: 'on', topic: { id: 'b', name: AGENTS.name } });
  });

  it('is only switched off when it is unpicked where the user had it before, and its twin that was off stays', async () => {
    const own = await createTopic({ name: 'Mine', query: AGENTS.query, badge: false });
    await updateTopic(own.id, { enabled: false });
    const twin = await createTopic({ name: 'Twin', query: AGENTS.query });
    await updateTopic(twin.id, { enabled: false });
    expect(await pickTopic(AGENTS)).toMatchObject({ kind: 'on', topic: { id: own.id } });
    await unpickTopic(AGENTS.query, new Set());
    expect(await readTopics()).toMatchObject([
      { id: own.id, name: 'Mine', badge: false, enabled: false },
      { id: twin.id, enabled: false },
    ]);
    expect(toActionWords((await userDb.journal.toArray()).at(-1) as JournalRow, 1)).toBe('Topic “Mine” switched off.');
  });

  it('is refused in words when there are as many topics as there can be', async () => {
    const topic = await createTopic({ name: 'Speech', query: 'speech' });
    const many = Array.from({ length: TOPIC_LIMIT - 1 }, (_, i) => ({ ...topic, id: `t${i}`, name: `T ${i}` }));
    await userDb.topics.bulkPut(many);
    await expect(pickTopic(AGENTS)).rejects.toThrow(/Delete one first/);
    expect(await readTopics()).toHaveLength(TOPIC_LIMIT);
  });
});
