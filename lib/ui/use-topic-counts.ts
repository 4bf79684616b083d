import { useEffect, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { Topic } from '@/lib/core/topics/topic';
import { readNewestDay } from '@/lib/db/queries/feed-state';
import { type PaperEntry, readNewPapers } from '@/lib/db/queries/papers';
import { countTopics, type TopicCounts } from './topic-counts';
import { useLive } from './use-live';

/**
 * Counted from the database as the badge is, again at each change; `undefined` until the first answer. The last one stays
 * until the next is counted.
 */
export function useTopicCounts(topics: readonly Topic[] | undefined, today: Day): TopicCounts | undefined {
  const entries = useLive<PaperEntry[] | undefined>(() => readNewPapers(today), [today], undefined).value;
  const newest = useLive<Day | undefined>(() => readNewestDay(today), [today], undefined).value;
  const [counts, setCounts] = useState<TopicCounts>();
  // By value: a new name or colour changes no number.
  const key = topics && JSON.stringify(topics.map(({ id, query, enabled, badge }) => [id, query, enabled, badge]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the topics are in the key
  useEffect(() => {
    if (!topics || !entries) return;
    const stale = new AbortController();
    const { signal } = stale;
    countTopics(topics, entries, { today, newest, signal }).then((next) => next && setCounts(next), console.error);
    return () => stale.abort();
  }, [key, entries, today, newest]);
  return counts;
}
