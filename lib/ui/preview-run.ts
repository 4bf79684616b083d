import type { Day } from '@/lib/core/days/day';
import type { CompiledQuery } from '@/lib/core/query/query';
import { createTallier, type PreviewTally } from '@/lib/core/topics/preview-tally';
import type { PaperCache } from './paper-cache';
import { nextTask, runSlice } from './slices';

/** While a scan runs its sum is shown this often, in ms: a number that changes at every frame can't be read. */
const SHOW_EVERY_MS = 150;

export interface PreviewAnswer {
  /** What was asked: the one to explain the examples with, a newer query may be running already. */
  query: CompiledQuery;
  tally: PreviewTally;
  /** True when every stored paper was looked at: the answer equals a full scan. */
  final: boolean;
}

/**
 * Counts `query` over the cache, again whenever its papers change, until `signal` aborts; nothing is answered after that.
 * Begins with what has been read and goes on as more arrives.
 */
export function runPreview(
  ask: { query: CompiledQuery; today: Day; cache: PaperCache; signal: AbortSignal },
  onAnswer: (answer: PreviewAnswer) => void,
): void {
  const { query, today, cache, signal } = ask;
  let running = false;
  let version = Number.NaN;
  let tallier = createTallier(query, today);
  let done = 0;
  let shownAt = performance.now();

  const show = (final: boolean) => {
    shownAt = performance.now();
    onAnswer({ query, tally: tallier.toTally(), final });
  };

  /** Loops until it has caught up: chunks and changes that arrive while it yields are seen at the next turn. */
  async function catchUp(): Promise<void> {
    if (running) return;
    running = true;
    // In the turn of a key press there is other work: the scan begins in the next.
    for (await nextTask(); !signal.aborted; await nextTask()) {
      if (version !== cache.version()) {
        version = cache.version();
        tallier = createTallier(query, today);
        done = 0;
      }
      const papers = cache.papers();
      done = runSlice(done, papers.length, (i) => {
        const paper = papers[i];
        if (paper) tallier.add(cache.toSubject(paper));
      });
      if (done < papers.length || !cache.isComplete()) {
        if (performance.now() - shownAt > SHOW_EVERY_MS) show(false);
        if (done < papers.length) continue;
      } else show(true);
      break;
    }
    running = false;
  }

  const stop = cache.onChange(() => void catchUp());
  signal.addEventListener('abort', stop, { once: true });
  void catchUp();
}
