import { useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { CompiledQuery } from '@/lib/core/query/query';
import type { PaperCache } from './paper-cache';
import { type PreviewAnswer, runPreview } from './preview-run';

/**
 * What `query` catches among the stored papers, live while it is typed. A new query cancels the run before it; the last
 * answer stays on show until the new one has something to say, so that the numbers do not blink at each key press.
 * `undefined` until the first answer, and while there is no query.
 */
export function useTopicPreview(
  query: CompiledQuery | undefined,
  cache: PaperCache | undefined,
  today: Day,
): PreviewAnswer | undefined {
  const [answer, setAnswer] = useState<PreviewAnswer>();
  const hadQuery = useRef(false);

  useEffect(() => {
    if (!query || !cache) {
      if (hadQuery.current) setAnswer(undefined);
      hadQuery.current = false;
      return;
    }
    hadQuery.current = true;
    const stale = new AbortController();
    runPreview({ query, today, cache, signal: stale.signal }, setAnswer);
    return () => stale.abort();
  }, [query, cache, today]);

  return answer;
}
