import { useMemo } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import { countNewMatches } from '@/lib/core/topics/count-topics';
import { compileTopics, matchTopics } from '@/lib/core/topics/match-topics';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import { readNewestDay } from '@/lib/db/queries/feed-state';
import { type PaperEntry, readNewPapers } from '@/lib/db/queries/papers';
import { useLive } from './use-live';

/** New papers by topic, and the sum behind the badge. */
export interface TopicCounts {
  /** Of every enabled topic, on the badge or not. */
  newByTopic: ReadonlyMap<TopicId, number>;
  /** The number on the badge. */
  total: number;
  /** Memberships beyond a paper's first. */
  repeats: number;
}

/** Counted from the database as the badge is, again at each change; `undefined` until the first answer. */
export function useTopicCounts(topics: readonly Topic[] | undefined, today: Day): TopicCounts | undefined {
  const entries = useLive<PaperEntry[] | undefined>(() => readNewPapers(today), [today], undefined).value;
  const newest = useLive<Day | undefined>(() => readNewestDay(today), [today], undefined).value;
  return useMemo(
    () => (topics && entries ? countTopics(topics, entries, today, newest) : undefined),
    [topics, entries, today, newest],
  );
}

function countTopics(
  topics: readonly Topic[],
  entries: PaperEntry[],
  today: Day,
  newest: Day | undefined,
): TopicCounts {
  const compiled = compileTopics(topics);
  const newByTopic = new Map<TopicId, number>(compiled.map(({ topic }) => [topic.id, 0]));
  for (const entry of entries) {
    for (const id of matchTopics(compiled, { ...entry, today })) newByTopic.set(id, (newByTopic.get(id) ?? 0) + 1);
  }
  const { ids, repeats } = countNewMatches(entries, compiled, today, newest);
  return { newByTopic, total: ids.length, repeats };
}
