import type { Day } from '@/lib/core/days/day';
import type { QueryMatch, Subject } from '@/lib/core/query/query';
import { readOnce } from '@/lib/core/query/read-once';
import { readQuery } from '@/lib/core/query/read-query';
import { createTallier, type PreviewTally } from '@/lib/core/topics/preview-tally';
import type { TopicId } from '@/lib/core/topics/topic';
import type { PaperCache } from './paper-cache';
import { nextTask, runSlice } from './slices';

/** While a scan runs its sum is shown this often, in ms: a number that changes at every frame can't be read. */
const SHOW_EVERY_MS = 150;

/** What a preview is asked. Plain data: it crosses to a worker. */
export interface PreviewAsk {
  query: string;
  /** The other topics, whose share of the hits is counted. */
  topics: readonly { id: TopicId; query: string }[];
  /** The day whose hits are all listed. */
  day?: Day | undefined;
}

/** A paper that was caught, and where. */
export interface Caught {
  subject: Subject;
  matches: QueryMatch[];
}

export interface PreviewAnswer {
  /** What was asked: a newer query may be in the field already. */
  ask: PreviewAsk;
  tally: Omit<PreviewTally, 'examples' | 'ofDay'>;
  examples: Caught[];
  ofDay: Caught[];
  /** Stored rows that could not be asked, because they are damaged. */
  unreadable: number;
  /** True when every stored paper was looked at: the answer equals a full scan. */
  final: boolean;
}

/**
 * Counts what `ask` names over the cache, again whenever its papers change, until `signal` aborts; nothing is answered
 * after that. Begins with what has been read and goes on as more arrives. A query that does not parse is never answered.
 * `onError` hears of a paper that can't be asked; the count begins again at the next change of the papers.
 */
export function runPreview(
  ask: PreviewAsk,
  { cache, today, signal }: { cache: PaperCache; today: Day; signal: AbortSignal },
  onAnswer: (answer: PreviewAnswer) => void,
  onError: (error: unknown) => void,
): void {
  const parsed = readQuery(ask.query);
  if (!parsed.ok) return;
  const { query } = parsed;
  const topics = ask.topics.flatMap((topic) => {
    // At each key of the topic that is typed, the others are asked again.
    const result = readOnce(topic.query);
    return result.ok ? [{ id: topic.id, query: result.query }] : [];
  });
  const begin = () => createTallier(query, today, { topics, day: ask.day });
  let running = false;
  let version = Number.NaN;
  let tallier = begin();
  let done = 0;
  let shownAt = performance.now();

  const show = (final: boolean) => {
    shownAt = performance.now();
    const { examples, ofDay, ...tally } = tallier.toTally();
    const explain = (subject: Subject): Caught => ({ subject, matches: query.explain(subject) });
    onAnswer({
      ask,
      tally,
      examples: examples.map(explain),
      ofDay: ofDay.map(explain),
      unreadable: cache.unreadable(),
      final,
    });
  };

  /** Loops until it has caught up: chunks and changes that arrive while it yields are seen at the next turn. */
  async function catchUp(): Promise<void> {
    // In the turn of a key press there is other work: the scan begins in the next.
    for (await nextTask(); !signal.aborted; await nextTask()) {
      if (version !== cache.version()) {
        version = cache.version();
        tallier = begin();
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
  }

  const start = () => {
    if (running) return;
    running = true;
    catchUp()
      .catch((error) => {
        // Not on from the middle: the sum would lack the paper that failed.
        version = Number.NaN;
        if (!signal.aborted) onError(error);
      })
      .finally(() => {
        running = false;
      });
  };
  const stop = cache.onChange(start);
  signal.addEventListener('abort', stop, { once: true });
  start();
}
