import { findCountProblem, planTopic } from '@/lib/core/topics/plan-topics';
import type { Topic } from '@/lib/core/topics/topic';
import { changeTopics } from '@/lib/db/writes/user';
import { beginAction } from './mark';
import { refreshBadge } from './refresh-badge';

/**
 * Makes a topic of a ready-made query. One that is there already stays as it is: asked inside the transaction, so that
 * two clicks, or two pages, make one topic.
 * @throws Error in words for the user when there are as many topics as there can be; nothing is written then.
 */
export async function pickTopic(example: Pick<Topic, 'name' | 'query'>): Promise<void> {
  const action = beginAction();
  const id = crypto.randomUUID();
  await changeTopics('create', action, (topics) => {
    if (topics.some((topic) => isPicked(topic, example.query))) return [];
    const problem = findCountProblem(topics);
    if (problem !== undefined) throw new Error(problem);
    return [planTopic(example, topics, { id, now: action.at })];
  });
  await refreshBadge();
}

/** Deletes the topic that has exactly this query. */
export async function unpickTopic(query: string): Promise<void> {
  const action = beginAction();
  await changeTopics('delete', action, (topics) =>
    topics
      .filter((topic) => isPicked(topic, query))
      .map((topic) => ({ ...topic, deletedAt: action.at, updatedAt: action.at })),
  );
  await refreshBadge();
}

function isPicked(topic: Topic, query: string): boolean {
  return topic.deletedAt === undefined && topic.query === query;
}
