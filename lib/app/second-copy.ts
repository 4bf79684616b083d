import { writeNotice } from '@/lib/browser/copy-notice';
import type { Restored } from '@/lib/core/copy/restored';
import { afterCommit } from './after-commit';
import { compareSides } from './compare-sides';
import { withCopyLock } from './copy-lock';
import { refreshBadge } from './refresh-badge';
import { writeStale } from './write-stale';

/** Whoever of this page stands in line already: it will find what was written until it is its turn. */
let inLine: Promise<void> | undefined;

/**
 * Brings the second copy up to date with what was written to the user's database. To be called after a commit; what a page
 * leaves that is closed meanwhile the background does (finish-copy.ts), or the next page.
 * @throws what the storage said, to each who asked meanwhile: one of them may be the one that tells the user.
 */
export function writeCopy(): Promise<void> {
  if (inLine) return inLine;
  const turn = withCopyLock(async (turn) => {
    inLine = undefined;
    if ((await writeStale(turn)) === 'done') return;
    const restored = await compareSides(turn);
    if (restored) await tell(restored);
  }).finally(() => {
    if (inLine === turn) inLine = undefined;
  });
  inLine = turn;
  return turn;
}

/** Nobody has asked for what came back: without this it would come without a word, and not count on the badge. */
async function tell(restored: Restored): Promise<void> {
  writeNotice({ kind: 'restored', restored });
  await afterCommit(refreshBadge);
}
