import type { RestoreOffer } from '@/lib/core/backup/describe-restore';
import type { Action } from '@/lib/db/writes/journal';
import type { RestoreWants, WrittenBackup } from './restore-work';
import type { Restorer } from './restorer';

/** What a page asks of the thread that restores for it; one thing at a time. */
export type ToRestorer = { kind: 'offer'; file: Blob } | { kind: 'restore'; action: Action; wants: RestoreWants };

/** What that thread answers. `ready` comes first, with the lock that it holds while it lives. */
export type FromRestorer =
  | { kind: 'ready'; lock: string }
  | { kind: 'done'; result: RestoreOffer | WrittenBackup | undefined }
  | { kind: 'failed'; name: string; message: string };

/** One end of the line: a worker seen from its page, or the page seen from the worker. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Answers a page over `port` from now on, and says that it is ready once `lock` is held. */
export function serveRestorer(port: Port, restorer: Restorer, lock: Promise<string>): void {
  const tell = (message: FromRestorer) => port.postMessage(message);
  port.addEventListener('message', ({ data }: MessageEvent<ToRestorer>) => {
    const work = data.kind === 'offer' ? restorer.offer(data.file) : restorer.restore(data.action, data.wants);
    work.then(
      (result) => tell({ kind: 'done', result }),
      // Its name is a part of the words: of an error itself not every browser brings that over.
      (error: unknown) => tell({ kind: 'failed', ...toTold(error) }),
    );
  });
  // Without a lock it stays silent: the page waits for it no longer than for one that can't be started.
  lock.then(
    (lock) => tell({ kind: 'ready', lock }),
    (error: unknown) => console.error('no lock to live by', error),
  );
}

function toTold(error: unknown): { name: string; message: string } {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : new Error(String(error));
  return { name, message };
}
