import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { Topic } from '@/lib/core/topics/topic';
import type { Matcher } from './matching';

type Matching = typeof import('./matching');

/** The matcher of the topics; `undefined` until the query language, loaded after the first paint, has come. */
export function useMatcher(topics: readonly Topic[], today: Day): Matcher | undefined {
  const [matching, setMatching] = useState<Matching>();
  useEffect(() => {
    void import('./matching').then(setMatching);
  }, []);
  // The topics are read anew at each change of any row of theirs; compiled only when what is compiled has changed.
  const key = JSON.stringify(
    topics.map(({ id, query, name, colour, enabled, badge }) => [id, query, name, colour, enabled, badge]),
  );
  return useMemo(() => matching?.createMatcher(topics, today), [matching, key, today]);
}
