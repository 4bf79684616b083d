import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pickTopic, unpickTopic } from '@/lib/app/pick-topic';
import { createTopic } from '@/lib/app/save-topic';
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

  it('goes when it is unpicked, and no other does', async () => {
    await createTopic({ name: 'Speech', query: 'speech' });
    await pickTopic(AGENTS);
    await unpickTopic(AGENTS.query);
    expect((await readTopics()).map(({ name }) => name)).toEqual(['Speech']);
    await pickTopic(AGENTS);
    expect((await readTopics()).map(({ name }) => name)).toEqual(['Speech', 'Language agents']);
  });

  it('is refused in words when there are as many topics as there can be', async () => {
    const topic = await createTopic({ name: 'Speech', query: 'speech' });
    const many = Array.from({ length: TOPIC_LIMIT - 1 }, (_, i) => ({ ...topic, id: `t${i}`, name: `T ${i}` }));
    await userDb.topics.bulkPut(many);
    await expect(pickTopic(AGENTS)).rejects.toThrow(/Delete one first/);
    expect(await readTopics()).toHaveLength(TOPIC_LIMIT);
  });
});
