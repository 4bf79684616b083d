import type { Day } from '@/lib/core/days/day';
import type { KnownName } from '@/lib/core/query/vocabulary';
import { type QueryCounts, runCounts } from './counts-run';
import { createNamesRun, type NamesAsk } from './names-run';
import { openPaperCache } from './paper-cache';
import { type PreviewAnswer, type PreviewAsk, runPreview } from './preview-run';

/** What can be asked about all stored papers. Plain data, question and answer: both cross to a worker. */
export interface Asks {
  preview: PreviewAsk;
  counts: readonly string[];
  names: NamesAsk;
}

export interface Answers {
  preview: PreviewAnswer;
  counts: QueryCounts;
  names: KnownName[];
}

export type AskKind = keyof Asks;

/** All stored papers, held ready for questions while a page is open. */
export interface PaperScanner {
  /**
   * Answers `ask` now and again whenever a stored paper changes, at times with a part of the answer first. Returns the
   * function that ends it: nothing is answered after that. `onError` hears that this could not be answered; it is when
   * the papers change.
   */
  watch<K extends AskKind>(
    kind: K,
    ask: Asks[K],
    onAnswer: (answer: Answers[K]) => void,
    onError: (error: unknown) => void,
  ): () => void;
  close(): void;
}

type Run<K extends AskKind> = (
  ask: Asks[K],
  signal: AbortSignal,
  onAnswer: (answer: Answers[K]) => void,
  onError: (error: unknown) => void,
) => void;

/** Answers on the thread it is called from, in slices. `onError` hears of a database that refuses. */
export function openScanner(today: Day, onError: (error: unknown) => void): PaperScanner {
  const cache = openPaperCache(today, onError);
  const runs: { [K in AskKind]: Run<K> } = {
    preview: (ask, signal, onAnswer, onError) => runPreview(ask, { cache, today, signal }, onAnswer, onError),
    counts: (ask, signal, onAnswer, onError) => runCounts(ask, { cache, today, signal }, onAnswer, onError),
    names: createNamesRun(cache),
  };
  return {
    watch(kind, ask, onAnswer, onError) {
      const stale = new AbortController();
      runs[kind](ask, stale.signal, onAnswer, onError);
      return () => stale.abort();
    },
    close: cache.close,
  };
}
