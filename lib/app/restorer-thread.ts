import { waitUntilFree } from '@/lib/browser/locks';
import type { RestoreOffer } from '@/lib/core/backup/describe-restore';
import { BrokenOffError } from './broken-off';
import workerUrl from './restore.worker.ts?worker&url';
import { PapersStayError } from './restore-errors';
import type { WrittenBackup } from './restore-work';
import { openRestorer, type Restorer } from './restorer';
import type { FromRestorer, ToRestorer } from './restorer-port';

/** A worker that has not said a word by then never will: the page reads the file itself. A busy machine starts one in 300 ms. */
const READY_WITHIN_MS = 5_000;

/** The worker can't be started, or it has ended. */
class ThreadGoneError extends Error {}

/**
 * Reads and restores in a worker; where none can be started, or it ends while it reads, in this page, which stands still
 * meanwhile. A restore that the worker did not live to see the end of is not begun anew: nobody knows how far it came.
 */
export function openThreadedRestorer(startWorker: () => Worker = startRestoreWorker): Restorer {
  const restorer = openRestorer();
  const thread = startThread(startWorker);
  let isHere = thread === undefined;
  let isClosed = false;
  return {
    async offer(file) {
      if (thread && !isHere) {
        try {
          return (await thread.ask({ kind: 'offer', file })) as RestoreOffer | undefined;
        } catch (error) {
          if (isClosed) return undefined;
          // Read once more, here, a file that the thread could not read would only hold up the page.
          if (!(error instanceof ThreadGoneError)) return refuse(error);
          console.error('no thread reads the file', error);
          isHere = true;
        }
      }
      return restorer.offer(file);
    },
    async restore(action, wants) {
      if (!thread || isHere) return restorer.restore(action, wants);
      try {
        return (await thread.ask({ kind: 'restore', action, wants })) as WrittenBackup;
      } catch (error) {
        throw error instanceof ThreadGoneError ? new BrokenOffError() : error;
      }
    },
    close() {
      isClosed = true;
      thread?.end();
      restorer.close();
    },
  };
}

function refuse(error: unknown): RestoreOffer {
  console.error('no offer', error);
  return { ok: false, problem: 'The browser could not read the file.' };
}

interface Thread {
  ask(message: ToRestorer): Promise<unknown>;
  end(): void;
}

/** `undefined`: no workers here: a policy forbids them, or the browser has none. */
function startThread(startWorker: () => Worker): Thread | undefined {
  let worker: Worker;
  try {
    worker = startWorker();
  } catch {
    return undefined;
  }
  const life = new AbortController();
  let asked: { resolve(result: unknown): void; reject(error: unknown): void } | undefined;
  const end = () => {
    if (life.signal.aborted) return;
    life.abort();
    clearTimeout(tooLate);
    worker.terminate();
    asked?.reject(new ThreadGoneError('the thread has ended'));
  };
  const tooLate = setTimeout(end, READY_WITHIN_MS);
  const hear = ({ data }: MessageEvent<FromRestorer>) => {
    clearTimeout(tooLate);
    if (data.kind === 'ready') {
      // No event tells that a worker was ended: its lock does, since it is free then.
      waitUntilFree(data.lock, life.signal).then(end, () => undefined);
    } else if (data.kind === 'done') asked?.resolve(data.result);
    else if (data.kind === 'useless') end();
    else asked?.reject(toError(data));
  };
  worker.addEventListener('message', hear, { signal: life.signal });
  worker.addEventListener('error', end, { signal: life.signal });
  worker.addEventListener('messageerror', end, { signal: life.signal });
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (life.signal.aborted) return reject(new ThreadGoneError('the thread has ended'));
        asked = { resolve, reject };
        worker.postMessage(message);
      }),
    end,
  };
}

function toError({ name, message, papersStay }: Extract<FromRestorer, { kind: 'failed' }>): Error {
  return papersStay ? new PapersStayError({ name, message }) : Object.assign(new Error(message), { name });
}

/** Where the browser knows trusted types: the API that TypeScript's DOM does not list yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

declare const trustedTypes: TrustedTypes | undefined;

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** As the scanner of lib/ui is started: by the one policy for this address, which manifest.config.ts names. */
function startRestoreWorker(): Worker {
  if (typeof trustedTypes === 'undefined') return new Worker(workerUrl);
  policy ??= trustedTypes.createPolicy('restore-worker', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError(`No script is started from ${url}`);
      return url;
    },
  });
  return new Worker(policy.createScriptURL(workerUrl));
}
