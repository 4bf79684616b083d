import type { Day } from '@/lib/core/days/day';
import type { Answers, AskKind, Asks, PaperScanner } from './paper-scanner';

/** What a page tells the thread that scans for it. */
export type ToScanner =
  | { kind: 'open'; today: Day }
  | { kind: 'watch'; run: number; what: AskKind; ask: Asks[AskKind] }
  | { kind: 'end'; run: number };

/** What that thread answers. `ready` comes first: whoever does not hear it scans on its own. */
export type FromScanner =
  | { kind: 'ready' }
  | { kind: 'answer'; run: number; answer: Answers[AskKind] }
  | { kind: 'unanswered'; run: number; detail: string }
  | { kind: 'failed'; detail: string };

/** One end of the line: a worker seen from its page, or the page seen from the worker. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Answers a page over `port` with the scanner that `open` makes, and says that it is ready. */
export function serveScanner(port: Port, open: (today: Day, onError: (error: unknown) => void) => PaperScanner): void {
  const stops = new Map<number, () => void>();
  let scanner: PaperScanner | undefined;
  const tell = (message: FromScanner) => port.postMessage(message);
  port.addEventListener('message', ({ data }: MessageEvent<ToScanner>) => {
    switch (data.kind) {
      case 'open':
        scanner ??= open(data.today, (error) => tell({ kind: 'failed', detail: String(error) }));
        break;
      case 'watch': {
        const { run } = data;
        const stop = scanner?.watch(
          data.what,
          data.ask as never,
          (answer) => tell({ kind: 'answer', run, answer }),
          (error) => tell({ kind: 'unanswered', run, detail: String(error) }),
        );
        if (stop) stops.set(run, stop);
        break;
      }
      case 'end':
        stops.get(data.run)?.();
        stops.delete(data.run);
        break;
    }
  });
  tell({ kind: 'ready' });
}

export interface ConnectedScanner extends PaperScanner {
  /** What arrived over the port. */
  hear(message: FromScanner): void;
}

/** The scanner at the other end of `port`, as if it were here. An answer that was under way when its run ended is dropped. */
export function connectScanner(port: Port, today: Day, onError: (error: unknown) => void): ConnectedScanner {
  const runs = new Map<number, { onAnswer: (answer: never) => void; onError: (error: unknown) => void }>();
  let last = 0;
  const tell = (message: ToScanner) => port.postMessage(message);
  tell({ kind: 'open', today });
  return {
    watch(what, ask, onAnswer, onError) {
      const run = ++last;
      runs.set(run, { onAnswer, onError });
      tell({ kind: 'watch', run, what, ask });
      return () => {
        if (runs.delete(run)) tell({ kind: 'end', run });
      };
    },
    hear(message) {
      if (message.kind === 'answer') runs.get(message.run)?.onAnswer(message.answer as never);
      else if (message.kind === 'unanswered') runs.get(message.run)?.onError(new Error(message.detail));
      else if (message.kind === 'failed') onError(new Error(message.detail));
    },
    close: () => runs.clear(),
  };
}
