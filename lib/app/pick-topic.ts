import { planTopic } from '@/lib/core/topics/plan-topics';
import type { Topic } from '@/lib/core/topics/topic';
import type { Done } from './mark';
import { changeNow, refuseMore } from './save-topic';

/**
 * Makes a topic of a ready-made query. One that is there already stays as it is: asked inside the transaction, so that
 * two clicks, or two pages, make one topic.
 * @throws Error in words for the user when there are as many topics as there can be; nothing is written then.
 */
export async function pickTopic(example: Pick<Topic, 'name' | 'query'>): Promise<{ topic: Topic; done: Done }> {
  const id = crypto.randomUUID();
  const { topics, done } = await changeNow('create', (topics, now) => {
    const picked = topics.find((topic) => isPicked(topic, example.query));
    if (picked) return [picked];
    refuseMore(topics);
    return [planTopic(example, topics, { id, now })];
  });
  return { topic: topics[0] as Topic, done };
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
