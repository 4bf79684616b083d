import { type FollowKind, toFollowWords } from '@/lib/core/topics/follow-words';
import { planTopic, toShown } from '@/lib/core/topics/plan-topics';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import type { Done } from './mark';
import { changeNow, refuseMore } from './save-topic';

/**
 * Makes a topic of a ready-made query. One that is there already stays as it is, but for being switched on: asked inside
 * the transaction, so that two clicks, or two pages, make one topic.
 * @throws Error in words for the user when there are as many topics as there can be; nothing is written then.
 */
export async function pickTopic(
  example: Pick<Topic, 'name' | 'query'>,
): Promise<{ topic: Topic; kind: FollowKind; done: Done }> {
  const id = crypto.randomUUID();
  let kind: FollowKind = 'there';
  const { topics, done } = await changeNow('create', (topics, now) => {
    const picked = toPicked(topics, example.query);
    const known = picked.find(({ enabled }) => enabled) ?? picked[0];
    if (known?.enabled) return [known];
    kind = known ? 'on' : 'made';
    if (known) return [{ ...known, enabled: true, updatedAt: now }];
    refuseMore(topics);
    return [planTopic(example, topics, { id, now })];
  });
  const topic = topics[0] as Topic;
  return { topic, kind, done: { ...done, words: toFollowWords(topic, kind) } };
}

/**
 * Takes picks of this query back: of its topics those in `made`, which a pick has made, are deleted; one that the user had
 * before is only switched off.
 */
export async function unpickTopic(query: string, made: ReadonlySet<TopicId>): Promise<void> {
  await changeNow('delete', (topics, now) =>
    toPicked(topics, query)
      .filter(({ id }) => made.has(id))
      .map((topic) => ({ ...topic, deletedAt: now, updatedAt: now })),
  );
  // An action of its own: its words are of a switch.
  await changeNow('edit', (topics, now) =>
    toPicked(topics, query)
      .filter(({ enabled }) => enabled)
      .map((topic) => ({ ...topic, enabled: false, updatedAt: now })),
  );
}

/** In the user's order: as they are stored, which is the first of several would be chance. */
function toPicked(topics: readonly Topic[], query: string): Topic[] {
  return toShown(topics).filter((topic) => topic.query === query);
}
