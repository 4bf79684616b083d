import { toActionWords } from '@/lib/core/journal/action-words';
import { parseQuery } from '@/lib/core/query/parse-query';
import { planImport } from '@/lib/core/topics/plan-import';
import { findCountProblem, planMove, planTopic, type TopicDraft, toFreeName } from '@/lib/core/topics/plan-topics';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import { changeTopics } from '@/lib/db/writes/user';
import { afterUserWrite } from './after-user-write';
import { beginAction, type Done, toNothing } from './mark';

export type TopicPatch = Partial<Pick<Topic, 'name' | 'query' | 'colour' | 'badge' | 'notify' | 'enabled'>>;

/**
 * Adds a topic at the end of the list; its name is made different from the others'. Asked again with the same `id`, it
 * makes no second one: the first answer may have been lost on its way.
 * @throws Error in words for the user when there are as many topics as there can be; nothing is written then.
 */
export async function createTopic(draft: TopicDraft, id: TopicId = crypto.randomUUID()): Promise<Topic> {
  const { topics } = await changeNow('create', (topics, now) => {
    const made = topics.find((topic) => topic.id === id);
    if (!made) refuseMore(topics);
    const others = topics.filter((topic) => topic.id !== id);
    const topic = planTopic(draft, others, { id, now });
    return [made ? { ...topic, position: made.position, createdAt: made.createdAt } : topic];
  });
  return topics[0] as Topic;
}

/**
 * Changes what the patch names. A query that does not parse is not stored, the last good one keeps working; a name
 * another topic bears gets a number.
 */
export async function updateTopic(id: TopicId, patch: TopicPatch): Promise<Done> {
  return changeOne('edit', id, (topic, topics) => toEdited(topic, topics, patch));
}

/**
 * The same for a text that was written over a while: `from` says what it was meant to replace. Where the row holds
 * something else now, another page or an import has changed it, and nothing is written; nor where it was deleted.
 * Answers with the row as it is.
 */
export async function updateTopicFrom(
  id: TopicId,
  patch: TopicPatch,
  from: TopicPatch,
): Promise<{ topic?: Topic | undefined; isRefused: boolean }> {
  let isRefused = false;
  const { topics } = await changeNow('edit', (topics, now) => {
    const topic = topics.find((one) => one.id === id);
    if (!topic) return [];
    const fields = Object.keys(from) as (keyof TopicPatch)[];
    isRefused = topic.deletedAt !== undefined || fields.some((field) => topic[field] !== from[field]);
    return [isRefused ? topic : { ...toEdited(topic, topics, patch), updatedAt: now }];
  });
  return { topic: topics[0], isRefused };
}

function toEdited(topic: Topic, topics: readonly Topic[], { query, ...rest }: TopicPatch): Topic {
  const good = query !== undefined && parseQuery(query).ok ? { ...rest, query } : rest;
  return {
    ...topic,
    ...good,
    ...(good.name === undefined ? {} : { name: toFreeName(good.name, topics, topic.id) }),
  };
}

/** Moves the topic to `toIndex` of the shown list. */
export async function moveTopic(id: TopicId, toIndex: number): Promise<Done> {
  const { done } = await changeNow('move', (topics, now) =>
    planMove(topics, id, toIndex).flatMap(({ id: moved, position }) => {
      const topic = topics.find((one) => one.id === moved);
      return topic ? [{ ...topic, position, updatedAt: now }] : [];
    }),
  );
  return done;
}

/** Deletes the topic; `restoreTopic` or an undo brings it back as it was, in its place. */
export async function deleteTopic(id: TopicId): Promise<Done> {
  return changeOne('delete', id, (topic, _topics, now) =>
    topic.deletedAt === undefined ? { ...topic, deletedAt: now } : topic,
  );
}

/**
 * Brings a deleted topic back.
 * @throws Error in words for the user when there are as many topics as there can be; nothing is written then.
 */
export async function restoreTopic(id: TopicId): Promise<Done> {
  return changeOne('restore', id, (topic, topics) => {
    if (topic.deletedAt === undefined) return topic;
    refuseMore(topics);
    const { deletedAt: _deletedAt, ...restored } = topic;
    return { ...restored, name: toFreeName(topic.name, topics, id) };
  });
}

/**
 * Takes topics from a file, as one action. They are checked by `parseTopic` before.
 * @throws Error in words for the user when they would be more than there can be; nothing is written then.
 */
export async function importTopics(incoming: readonly Topic[]): Promise<Done> {
  const { done } = await changeNow('import', (topics, now) => planImport(incoming, topics, now));
  return done;
}

/** Asked inside the transaction: two pages that add at once must not both find the last free place. */
export function refuseMore(topics: readonly Topic[]): void {
  const problem = findCountProblem(topics);
  if (problem !== undefined) throw new Error(problem);
}

async function changeOne(
  action: string,
  id: TopicId,
  edit: (topic: Topic, topics: Topic[], now: number) => Topic,
): Promise<Done> {
  const { done } = await changeNow(action, (topics, now) => {
    const topic = topics.find((one) => one.id === id);
    return topic ? [{ ...edit(topic, topics, now), updatedAt: now }] : [];
  });
  return done;
}

/** Changes topics as one action, now, and makes the badge follow. */
export async function changeNow(
  what: string,
  plan: (topics: Topic[], now: number) => Topic[],
): Promise<{ topics: Topic[]; done: Done }> {
  const action = beginAction();
  const { topics, rows } = await changeTopics(what, action, (known) => {
    const before = new Map(known.map((topic) => [topic.id, topic]));
    return plan(known, action.at).map((topic) => toLater(topic, before.get(topic.id)));
  });
  await afterUserWrite();
  const last = rows.at(-1);
  const group = last?.group ?? action.group;
  if (!last) return { topics, done: toNothing(group) };
  return { topics, done: { group, count: rows.length, words: toActionWords(last, rows.length) } };
}

/** A row that was changed is newer than before though the clock was set back: pages take an older one for old news. */
function toLater(topic: Topic, before: Topic | undefined): Topic {
  if (!before || topic === before) return topic;
  return { ...topic, updatedAt: Math.max(topic.updatedAt, before.updatedAt + 1) };
}
