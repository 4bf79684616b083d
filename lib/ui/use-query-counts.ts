import { useEffect, useState } from 'preact/hooks';
import { addDays, type Day } from '@/lib/core/days/day';
import { parseQuery } from '@/lib/core/query/parse-query';
import type { CompiledQuery } from '@/lib/core/query/query';
import { PREVIEW_DAYS } from '@/lib/core/topics/preview-tally';
import type { PaperCache } from './paper-cache';
import { runSliced } from './slices';

/** Papers arrive in chunks every few ms; counting again at each would never end. */
const COUNT_AFTER_MS = 150;

/**
 * How many stored papers of the last 30 days each query catches, by query text; a query is missing until it was counted.
 * Counts while `wanted`, again when papers arrive, never holding the thread for more than a slice.
 */
export function useQueryCounts(
  queries: readonly string[],
  cache: PaperCache | undefined,
  today: Day,
  wanted: boolean,
): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());

  useEffect(() => {
    if (!cache || !wanted) return;
    const compiled = queries.flatMap((text) => {
      const result = parseQuery(text);
      return result.ok ? [{ text, query: result.query }] : [];
    });
    let stale = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      stale.abort();
      stale = new AbortController();
      void countAll(compiled, cache, today, stale.signal).then((answer) => {
        if (answer) setCounts(answer);
      });
    };
    const stop = cache.onChange(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        count();
      }, COUNT_AFTER_MS);
    });
    count();
    return () => {
      stop();
      clearTimeout(timer);
      stale.abort();
    };
  }, [queries, cache, today, wanted]);

  return counts;
}

async function countAll(
  compiled: readonly { text: string; query: CompiledQuery }[],
  cache: PaperCache,
  today: Day,
  signal: AbortSignal,
): Promise<Map<string, number> | undefined> {
  const from = addDays(today, 1 - PREVIEW_DAYS);
  const papers = cache.papers().filter((paper) => paper.dailyDate >= from);
  const counts = new Map(compiled.map(({ text }) => [text, 0]));
  const countOne = (i: number) => {
    // One paper after the other with all queries: its folded text is made once.
    const paper = papers[i];
    if (!paper) return;
    const subject = cache.toSubject(paper);
    for (const { text, query } of compiled) {
      if (query.matches(subject)) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  };
  const finished = await runSliced(0, papers.length, countOne, signal);
  return finished ? counts : undefined;
}
