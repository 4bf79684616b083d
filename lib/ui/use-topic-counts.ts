import { useEffect, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { Topic } from '@/lib/core/topics/topic';
import { readNewestDay } from '@/lib/db/queries/feed-state';
import { type NewPapers, readNewPapers } from '@/lib/db/queries/papers';
import { countTopics, type TopicCounts } from './topic-counts';
import { useLive } from './use-live';

/** How many new papers each topic has, or why that can't be said. */
export interface TopicCountsState {
  /** `undefined` until the first answer. */
  counts: TopicCounts | undefined;
  /** New papers that are not counted, because their rows are damaged. */
  unreadable: number;
  /** Why nothing could be counted, until it is. */
  failure: unknown;
  /** Reads and counts anew. */
  retry(): void;
}

/**
 * Counted from the database as the badge is, again at each change. The last answer stays until the next is counted.
 */
export function useTopicCounts(topics: readonly Topic[] | undefined, today: Day): TopicCountsState {
  const [attempts, setAttempts] = useState(0);
  const papers = useLive<NewPapers | undefined>(() => readNewPapers(today), [today, attempts], undefined);
  const newest = useLive<Day | undefined>(() => readNewestDay(today), [today, attempts], undefined);
  const [counts, setCounts] = useState<TopicCounts>();
  const [failure, setFailure] = useState<unknown>();
  const entries = papers.value?.entries;
  // By value: a new name or colour changes no number.
  const key = topics && JSON.stringify(topics.map(({ id, query, enabled, badge }) => [id, query, enabled, badge]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the topics are in the key, and each attempt counts anew
  useEffect(() => {
    if (!topics || !entries) return;
    const stale = new AbortController();
    const { signal } = stale;
    countTopics(topics, entries, { today, newest: newest.value, signal }).then(
      (next) => {
        if (!next) return;
        setCounts(next);
        setFailure(undefined);
      },
      (error) => {
        if (!signal.aborted) setFailure(error);
      },
    );
    return () => stale.abort();
  }, [key, entries, today, newest.value, attempts]);
  return {
    counts,
    unreadable: papers.value?.unreadable ?? 0,
    failure: papers.error ?? newest.error ?? failure,
    retry: () => setAttempts(attempts + 1),
  };
}
