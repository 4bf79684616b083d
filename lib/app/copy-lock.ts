import { withLock } from '@/lib/browser/locks';

/** The turn of one page, or of the background, at the second copy. */
export interface CopyTurn {
  /** Aborts when another page could not wait any longer: the work must stop before its next write. */
  lost: AbortSignal;
  /** Taken from a page that may still write: what is read now may not be the last word. */
  isStolen: boolean;
}

/** Runs `work` as the only one in the extension that touches the second copy. */
export async function withCopyLock(work: (turn: CopyTurn) => Promise<void>): Promise<void> {
  try {
    await withLock('copy', 'wait', (lost) => work({ lost, isStolen: false }));
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'TimeoutError') throw error;
    // The holder is stuck: a frozen page, a storage that does not answer there.
    await withLock('copy', 'steal', (lost) => work({ lost, isStolen: true }));
  }
}
