import { withLock } from '@/lib/browser/locks';
import { readIsNewer } from '@/lib/db/queries/newer-data';
import { readIsBehind } from '@/lib/db/queries/outbox';
import { writeStale } from './write-stale';

/**
 * Writes into the second copy what a page left that was closed before it had done so. For the background, which has no
 * page to say in what came back: where the copy is not what the database believes, and where there is none yet, the next
 * page compares them. In line behind a page that is at it, and then nothing is left to do. Returns whether something was
 * left.
 */
export async function finishCopy(): Promise<boolean> {
  // Almost always nothing is: a wake pays a look at a few keys for it.
  if (!(await readIsBehind()) || (await readIsNewer())) return false;
  try {
    await withLock('copy', 'wait', async (lost) => void (await writeStale({ lost, isStolen: false })));
  } catch (error) {
    // Never taken away here: the page that holds it compares both sides, would be broken off at each wake, and what it had
    // begun would never be written.
    if (!(error instanceof DOMException) || error.name !== 'TimeoutError') throw error;
    return false;
  }
  return true;
}
