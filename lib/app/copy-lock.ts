import { withLock } from '@/lib/browser/locks';

/**
 * Runs `work` as the only one in the extension that touches the second copy. `lost` aborts when another page could not
 * wait any longer: the work must stop before its next write.
 */
export async function withCopyLock(work: (lost: AbortSignal) => Promise<void>): Promise<void> {
  try {
    await withLock('copy', 'wait', work);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'TimeoutError') throw error;
    // The holder is stuck: a frozen page, a storage that does not answer there.
    await withLock('copy', 'steal', work);
  }
}
