import { addDays, type Day } from '@/lib/core/days/day';
import type { CompiledQuery } from '@/lib/core/query/query';
import { readOnce } from '@/lib/core/query/read-once';
import { PREVIEW_DAYS } from '@/lib/core/topics/preview-tally';
import type { PaperCache } from './paper-cache';
import { runSliced } from './slices';

/** Papers arrive in chunks every few ms; counting again at each would never end. */
const COUNT_AFTER_MS = 150;

/** Hits among the stored papers of the last 30 days, by query text; one that does not parse is missing. */
export type QueryCounts = ReadonlyMap<string, number>;

/** Counts each query, again when papers arrive, in slices, until `signal` aborts. `onError` hears of a count that failed. */
export function runCounts(
  queries: readonly string[],
  { cache, today, signal }: { cache: PaperCache; today: Day; signal: AbortSignal },
  onCounts: (counts: QueryCounts) => void,
  onError: (error: unknown) => void,
): void {
  const compiled = queries.flatMap((text) => {
    const result = readOnce(text);
    return result.ok ? [{ text, query: result.query }] : [];
  });
  let stale = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = () => {
    stale.abort();
    stale = new AbortController();
    const { signal } = stale;
    countAll(compiled, cache, today, signal)
      .then((answer) => answer && onCounts(answer))
      .catch((error) => {
        if (!signal.aborted) onError(error);
      });
  };
  const stop = cache.onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      count();
    }, COUNT_AFTER_MS);
  });
  const end = () => {
    stop();
    clearTimeout(timer);
    stale.abort();
  };
  signal.addEventListener('abort', end, { once: true });
  count();
}

async function countAll(
  compiled: readonly { text: string; query: CompiledQuery }[],
  cache: PaperCache,
  today: Day,
  signal: AbortSignal,
): Promise<QueryCounts | undefined> {
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
