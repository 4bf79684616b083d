import { useEffect, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { Answers, AskKind, Asks } from './paper-scanner';
import { openThreadedScanner } from './scanner-thread';

/** The scanner as a page asks it: what could not be answered stands in the `failure` of its state. */
export interface PageScanner {
  /** Answers `ask` now and again whenever a stored paper changes, until the returned function is called. */
  watch<K extends AskKind>(kind: K, ask: Asks[K], onAnswer: (answer: Answers[K]) => void): () => void;
}

/** `scanner` is absent before it is wanted. */
export interface ScannerState {
  scanner: PageScanner | undefined;
  /** Why the papers can't be read or searched; goes when what failed is answered after all. */
  failure: unknown;
  /** Reads everything anew, and asks again what is being asked. */
  retry(): void;
}

/**
 * The stored papers, ready for questions while the page is open, from the first moment `wanted` is true: a page that is
 * opened for a setting reads none.
 */
export function usePaperScanner(today: Day, wanted: boolean): ScannerState {
  const [scanner, setScanner] = useState<PageScanner>();
  /** Without `kind`: the database refused, and no answer is right before all is read anew. */
  const [failed, setFailed] = useState<{ error: unknown; kind?: AskKind }>();
  const [everWanted, setEverWanted] = useState(wanted);
  const [attempts, setAttempts] = useState(0);
  if (wanted && !everWanted) setEverWanted(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt opens another
  useEffect(() => {
    if (!everWanted) return;
    setFailed(undefined);
    const opened = openThreadedScanner(today, (error) => setFailed({ error }));
    setScanner({
      watch: (kind, ask, onAnswer) =>
        opened.watch(
          kind,
          ask,
          (answer) => {
            setFailed((before) => (before?.kind === kind ? undefined : before));
            onAnswer(answer);
          },
          // The database's own failure says more, and outlives every answer.
          (error) => setFailed((before) => (before && before.kind === undefined ? before : { error, kind })),
        ),
    });
    return () => opened.close();
  }, [today, everWanted, attempts]);

  return { scanner, failure: failed?.error, retry: () => setAttempts(attempts + 1) };
}
