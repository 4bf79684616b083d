import { useEffect, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { Answers, AskKind, Asks } from './paper-scanner';
import { openThreadedScanner } from './scanner-thread';

/** The scanner as a page asks it: what could not be answered stands in the failures of its state. */
export interface PageScanner {
  /** Answers `ask` now and again whenever a stored paper changes, until the returned function is called. */
  watch<K extends AskKind>(kind: K, ask: Asks[K], onAnswer: (answer: Answers[K]) => void): () => void;
}

/** `scanner` is absent before it is wanted. */
export interface ScannerState {
  scanner: PageScanner | undefined;
  /** Why questions of this kind can't be answered; `undefined` where they are, and again when they are after all. */
  failureOf(kind: AskKind): unknown;
  /** Reads everything anew, and asks again what is being asked. */
  retry(): void;
}

/**
 * The stored papers, ready for questions while the page is open, from the first moment `wanted` is true: a page that is
 * opened for a setting reads none.
 */
export function usePaperScanner(today: Day, wanted: boolean): ScannerState {
  const [scanner, setScanner] = useState<PageScanner>();
  // One for each kind: a name that can't be looked up says nothing of the numbers beside it.
  const [failures, setFailures] = useState<Partial<Record<AskKind | 'reading', unknown>>>({});
  const [everWanted, setEverWanted] = useState(wanted);
  const [attempts, setAttempts] = useState(0);
  if (wanted && !everWanted) setEverWanted(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt opens another
  useEffect(() => {
    if (!everWanted) return;
    setFailures({});
    const opened = openThreadedScanner(today, (error) => setFailures((known) => ({ ...known, reading: error })));
    setScanner({
      watch: (kind, ask, onAnswer) =>
        opened.watch(
          kind,
          ask,
          (answer) => {
            setFailures((known) => (known[kind] === undefined ? known : { ...known, [kind]: undefined }));
            onAnswer(answer);
          },
          (error) => setFailures((known) => ({ ...known, [kind]: error })),
        ),
    });
    return () => opened.close();
  }, [today, everWanted, attempts]);

  return {
    scanner,
    // The database's own failure says more, and no answer is right before all is read anew.
    failureOf: (kind) => failures.reading ?? failures[kind],
    retry: () => setAttempts(attempts + 1),
  };
}
