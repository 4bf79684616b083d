import type { Day } from '@/lib/core/days/day';
import { openScanner, type PaperScanner } from './paper-scanner';
import workerUrl from './scanner.worker.ts?worker&url';
import { connectScanner, type FromScanner } from './scanner-port';

/** A worker that has not said a word by then never will: the page scans itself. A busy machine starts one in 300 ms. */
const READY_WITHIN_MS = 5_000;

interface Run {
  watch(scanner: PaperScanner): () => void;
  stop: () => void;
}

/**
 * The stored papers, scanned by a worker; where none can be started, or it dies, by the page in slices. The answers are
 * the same; what was being asked is asked again.
 */
export function openThreadedScanner(
  today: Day,
  onError: (error: unknown) => void,
  startWorker: () => Worker = startScannerWorker,
): PaperScanner {
  const runs = new Set<Run>();
  let close = () => {};
  let scanner: PaperScanner;

  const scanHere = () => {
    close();
    scanner = openScanner(today, onError);
    close = scanner.close;
    for (const run of runs) run.stop = run.watch(scanner);
  };

  try {
    const worker = startWorker();
    const connected = connectScanner(worker, today, onError);
    const tooLate = setTimeout(scanHere, READY_WITHIN_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<FromScanner>) => {
      clearTimeout(tooLate);
      connected.hear(data);
    });
    worker.addEventListener('error', scanHere);
    worker.addEventListener('messageerror', scanHere);
    scanner = connected;
    close = () => {
      clearTimeout(tooLate);
      worker.removeEventListener('error', scanHere);
      worker.removeEventListener('messageerror', scanHere);
      connected.close();
      worker.terminate();
    };
  } catch {
    // No workers here: a policy forbids them, or the browser has none.
    scanHere();
  }

  return {
    watch(kind, ask, onAnswer, onError) {
      const watch = (by: PaperScanner) => by.watch(kind, ask, onAnswer, onError);
      const run: Run = { watch, stop: watch(scanner) };
      runs.add(run);
      return () => {
        runs.delete(run);
        run.stop();
      };
    },
    close: () => {
      runs.clear();
      close();
    },
  };
}

/** Where the browser knows trusted types: the API that TypeScript's DOM does not list yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

declare const trustedTypes: TrustedTypes | undefined;

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * By the one policy for this address: manifest.config.ts names it and that of lib/app/restorer-thread.ts, and no other.
 * It can be made once a page, and refuses every other address. Written there again: hooks may not call lib/browser.
 */
function startScannerWorker(): Worker {
  if (typeof trustedTypes === 'undefined') return new Worker(workerUrl);
  policy ??= trustedTypes.createPolicy('scanner-worker', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError(`No script is started from ${url}`);
      return url;
    },
  });
  return new Worker(policy.createScriptURL(workerUrl));
}
