import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { Topic } from '@/lib/core/topics/topic';
import type { Matcher } from './matching';

export type Telling = typeof import('./telling');

/** The words, `undefined` until they have come; `onError` hears when they can't be had (an update under way). */
export function useTelling(onError: (error: unknown) => void): Telling | undefined {
  const [telling, setTelling] = useState<Telling>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once, whoever listens
  useEffect(() => {
    import('./telling').then(setTelling, onError);
  }, []);
  return telling;
}

/** Changes with everything of the topics that a matcher compiles, names or asks for. */
export function toTopicsKey(topics: readonly Topic[]): string {
  return JSON.stringify(
    topics.map(({ id, query, name, colour, enabled, badge, notify }) => [
      id,
      query,
      name,
      colour,
      enabled,
      badge,
      notify,
    ]),
  );
}

/** The matcher of the topics, made anew only when something it compiles has changed. */
export function useMatcher(
  telling: Telling | undefined,
  topics: readonly Topic[],
  topicsKey: string,
  today: Day,
): Matcher | undefined {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the topics; the array is new at each read
  return useMemo(() => telling?.createMatcher(topics, today), [telling, topicsKey, today]);
}
