import type { PaperId } from '@/lib/core/papers/paper';
import { SUGGESTIONS } from '@/lib/core/query/completion';
import { createVocabulary, type KnownName, type NameField } from '@/lib/core/query/vocabulary';
import type { PaperCache } from './paper-cache';
import { nextTask, runSlice } from './slices';

/** Whose names are looked up, and how they begin. */
export interface NamesAsk {
  field: NameField;
  prefix: string;
}

/** Looks up names among the papers that have been read; answered once, with names or an error, until `signal` aborts. */
export type NamesRun = (
  ask: NamesAsk,
  signal: AbortSignal,
  onNames: (names: KnownName[]) => void,
  onError: (error: unknown) => void,
) => void;

/**
 * The names are collected at the first look-up, and of papers that arrive at the next one. A paper that changes keeps the
 * names it came with: its authors hardly ever change, and each day's reading would cost a second of collecting.
 */
export function createNamesRun(cache: PaperCache): NamesRun {
  let vocabulary = createVocabulary();
  /** Whose names are in it: a paper can change its place when the cache changes. */
  let known = new Set<PaperId>();
  let version = Number.NaN;
  let done = 0;
  const find = async (ask: NamesAsk, signal: AbortSignal): Promise<KnownName[] | undefined> => {
    for (await nextTask(); !signal.aborted; await nextTask()) {
      if (version !== cache.version()) {
        version = cache.version();
        done = 0;
      }
      const papers = cache.papers();
      done = runSlice(done, papers.length, (i) => {
        const paper = papers[i];
        if (!paper || known.has(paper.id)) return;
        known.add(paper.id);
        vocabulary.add(paper);
      });
      if (done < papers.length) continue;
      if (known.size > papers.length) {
        vocabulary = createVocabulary();
        known = new Set();
        done = 0;
        continue;
      }
      return vocabulary.find(ask.field, ask.prefix, SUGGESTIONS);
    }
    return undefined;
  };
  return (ask, signal, onNames, onError) => {
    find(ask, signal)
      .then((names) => names && onNames(names))
      .catch((error) => {
        if (!signal.aborted) onError(error);
      });
  };
}
