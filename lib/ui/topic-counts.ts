import type { Day } from '@/lib/core/days/day';
import { countNewMatches } from '@/lib/core/topics/count-topics';
import { compileTopics, matchTopics } from '@/lib/core/topics/match-topics';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import type { PaperEntry } from '@/lib/db/queries/papers';
import { nextTask, runSliced } from './slices';

/** New papers by topic, and the sum behind the badge. */
export interface TopicCounts {
  /** Of every enabled topic, on the badge or not. */
  newByTopic: ReadonlyMap<TopicId, number>;
  /** The number on the badge. */
  total: number;
  /** Memberships beyond a paper's first. */
  repeats: number;
}

/**
 * Counts `entries`, the new papers, by topic, in slices: reading the words of some hundred papers at once would hold up
 * a key that is pressed meanwhile. Resolves with `undefined` where `signal` was aborted on the way.
 *
 * @param newest the newest stored day
 */
export async function countTopics(
  topics: readonly Topic[],
  entries: readonly PaperEntry[],
  { today, newest, signal }: { today: Day; newest: Day | undefined; signal: AbortSignal },
): Promise<TopicCounts | undefined> {
  const compiled = compileTopics(topics);
  const newByTopic = new Map<TopicId, number>(compiled.map(({ topic }) => [topic.id, 0]));
  const countOne = (i: number) => {
    const entry = entries[i];
    if (!entry) return;
    for (const id of matchTopics(compiled, { ...entry, today })) newByTopic.set(id, (newByTopic.get(id) ?? 0) + 1);
  };
  if (!(await runSliced(0, entries.length, countOne, signal))) return undefined;
  // The words of every paper are known by now: the sum takes a few ms, in a turn of its own.
  await nextTask();
  if (signal.aborted) return undefined;
  const { ids, repeats } = countNewMatches(entries, compiled, today, newest);
  return { newByTopic, total: ids.length, repeats };
}
