import { parseQuery } from '@/lib/core/query/parse-query';
import { findCountProblem, planMove, planTopic, type TopicDraft, toFreeName } from '@/lib/core/topics/plan-topics';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import { changeTopics } from '@/lib/db/writes/user';
import { refreshBadge } from './refresh-badge';

export type TopicPatch = Partial<Pick<Topic, 'name' | 'query' | 'colour' | 'badge' | 'notify' | 'enabled'>>;

/**
 * Adds a topic at the end of the list; its name is made different from the others'.
 * @throws Error in words for the user when there are as many topics as there can be; nothing is written then.
 */
export async function createTopic(draft: TopicDraft): Promise<Topic> {
  const now = Date.now();
  const id = crypto.randomUUID();
  const [topic] = await changeTopics('create', now, (topics) => {
    const problem = findCountProblem(topics);
    // Asked inside the transaction: two pages that add at once must not both find the last free place.
    if (problem !== undefined) throw new Error(problem);
    return [planTopic(draft, topics, { id, now })];
  });
  await refreshBadge();
  return topic as Topic;
}

/**
 * Changes what the patch names. A query that does not parse is not stored, the last good one keeps working; a name
 * another topic bears gets a number.
 */
export async function updateTopic(id: TopicId, patch: TopicPatch): Promise<void> {
  const { query, ...rest } = patch;
  const good = query !== undefined && parseQuery(query).ok ? { ...rest, query } : rest;
  await change('edit', id, (topic, topics) => ({
    ...topic,
    ...good,
    ...(good.name === undefined ? {} : { name: toFreeName(good.name, topics, id) }),
  }));
}

/** Moves the topic to `toIndex` of the shown list. */
export async function moveTopic(id: TopicId, toIndex: number): Promise<void> {
  const now = Date.now();
  await changeTopics('move', now, (topics) =>
    planMove(topics, id, toIndex).flatMap(({ id: moved, position }) => {
      const topic = topics.find((one) => one.id === moved);
      return topic ? [{ ...topic, position, updatedAt: now }] : [];
    }),
  );
  await refreshBadge();
}

/** Deletes the topic; `restoreTopic` brings it back as it was, in its place. */
export async function deleteTopic(id: TopicId): Promise<void> {
  await change('delete', id, (topic) => ({ ...topic, deletedAt: Date.now() }));
}

/** Takes back `deleteTopic`. */
export async function restoreTopic(id: TopicId): Promise<void> {
  await change('restore', id, ({ deletedAt: _deletedAt, ...topic }) => topic);
}

async function change(action: string, id: TopicId, edit: (topic: Topic, topics: Topic[]) => Topic): Promise<void> {
  const now = Date.now();
  await changeTopics(action, now, (topics) => {
    const topic = topics.find((one) => one.id === id);
    return topic ? [{ ...edit(topic, topics), updatedAt: now }] : [];
  });
  await refreshBadge();
}
