import type { RestoreOffer } from '@/lib/core/backup/describe-restore';
import type { Action } from '@/lib/db/writes/journal';
import { PapersStayError } from './restore-errors';
import type { RestoreWants, WrittenBackup } from './restore-work';
import type { Restorer } from './restorer';

/** What a page asks of the thread that restores for it; one thing at a time. */
export type ToRestorer = { kind: 'offer'; file: Blob } | { kind: 'restore'; action: Action; wants: RestoreWants };

/**
 * What that thread answers. `ready` comes first, with the lock that it holds while it lives; `useless`: it can't hold one,
 * or can't tell what it has done, and is to be ended.
 */
export type FromRestorer =
  | { kind: 'ready'; lock: string }
  | { kind: 'done'; result: RestoreOffer | WrittenBackup | undefined }
  | { kind: 'failed'; name: string; message: string; papersStay: boolean }
  | { kind: 'useless' };

/** One end of the line: a worker seen from its page, or the page seen from the worker. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Answers a page over `port` from now on, and says that it is ready once `lock` is held. */
export function serveRestorer(port: Port, restorer: Restorer, lock: Promise<string>): void {
  const tell = (message: FromRestorer) => port.postMessage(message);
  port.addEventListener('message', ({ data }: MessageEvent<ToRestorer>) => {
    answer(restorer, data)
      .then(
        (result) => tell({ kind: 'done', result }),
        // Its name is a part of the words: of an error itself not every browser brings that over.
        (error: unknown) => tell({ kind: 'failed', ...toTold(error) }),
      )
      // What was written can't be told: the page must not wait for it for ever.
      .catch(() => tell({ kind: 'useless' }));
  });
  lock.then(
    (lock) => tell({ kind: 'ready', lock }),
    // Of one without a lock nobody would notice that it has ended.
    () => tell({ kind: 'useless' }),
  );
}

async function answer(restorer: Restorer, asked: ToRestorer): Promise<RestoreOffer | WrittenBackup | undefined> {
  if (asked.kind === 'offer') return restorer.offer(asked.file);
  if (asked.kind === 'restore') return restorer.restore(asked.action, asked.wants);
  // Of an older page, or a later one.
  throw new Error('the thread was asked for what it does not know');
}

function toTold(error: unknown): { name: string; message: string; papersStay: boolean } {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : new Error(String(error));
  return { name, message, papersStay: error instanceof PapersStayError };
}
