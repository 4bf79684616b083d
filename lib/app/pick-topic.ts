import { type FollowKind, toFollowWords } from '@/lib/core/topics/follow-words';
import { planTopic } from '@/lib/core/topics/plan-topics';
import type { Topic } from '@/lib/core/topics/topic';
import type { Done } from './mark';
import { changeNow, refuseMore } from './save-topic';

/**
 * Makes a topic of a ready-made query. One that is there already stays as it is, but for being switched on: asked inside
 * the transaction, so that two clicks, or two pages, make one topic.
 * @throws Error in words for the user when there are as many topics as there can be; nothing is written then.
 */
export async function pickTopic(example: Pick<Topic, 'name' | 'query'>): Promise<{ topic: Topic; done: Done }> {
  const id = crypto.randomUUID();
  let kind: FollowKind = 'there';
  const { topics, done } = await changeNow('create', (topics, now) => {
    const picked = topics.filter((topic) => isPicked(topic, example.query));
    const known = picked.find(({ enabled }) => enabled) ?? picked[0];
    if (known?.enabled) return [known];
    kind = known ? 'on' : 'made';
    if (known) return [{ ...known, enabled: true, updatedAt: now }];
    refuseMore(topics);
    return [planTopic(example, topics, { id, now })];
  });
  const topic = topics[0] as Topic;
  return { topic, done: { ...done, words: toFollowWords(topic, kind) } };
}

/** Deletes the topic that has exactly this query. */
export async function unpickTopic(query: string): Promise<void> {
  await changeNow('delete', (topics, now) =>
    topics.filter((topic) => isPicked(topic, query)).map((topic) => ({ ...topic, deletedAt: now, updatedAt: now })),
  );
}

function isPicked(topic: Topic, query: string): boolean {
  return topic.deletedAt === undefined && topic.query === query;
}
