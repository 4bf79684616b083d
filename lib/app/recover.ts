import { readItems, readWitness } from '@/lib/browser/copy-storage';
import { clearFirstList } from '@/lib/browser/first-list';
import { readCopy } from '@/lib/core/copy/read-copy';
import { type Diagnosis, toHolds } from '@/lib/core/copy/recovery';
import type { Restored } from '@/lib/core/copy/restored';
import { isStorageError } from '@/lib/db/errors';
import { findRefusal, readTroubles } from '@/lib/db/queries/health';
import { rebuildFeed, rebuildUser } from '@/lib/db/writes/rebuild';
import { afterCommit } from './after-commit';
import { beginNewCopy } from './check-copy';
import { compareSides } from './compare-sides';
import { withCopyLock } from './copy-lock';
import { refreshBadge } from './refresh-badge';

/**
 * Finds out why a page could read nothing, and what there is to restore from. Changes nothing. `error`: what the page was
 * told; one that is none of a database's (the storage of the copy refused) says that nothing is the matter with them.
 */
export async function diagnose(error?: unknown): Promise<Diagnosis> {
  // Reading every row closes the databases under a page that is in use: not without a reason.
  if (error !== undefined && !isStorageError(error)) return { kind: 'fine' };
  const { feed, user } = await readTroubles();
  if (!feed && !user) return { kind: 'fine' };
  const refusal = await findRefusal();
  if (refusal === undefined && feed && !user)
    return feed.isSilent ? { kind: 'silent-feed', detail: feed.words } : { kind: 'feed', detail: feed.words };
  const holds = await readItems().then(
    (items) => toHolds(items, readWitness()),
    () => undefined,
  );
  if (refusal !== undefined || !user) return { kind: 'refused', detail: refusal ?? '', holds };
  return { kind: user.isSilent ? 'silent' : 'user', detail: user.words, holds };
}

/**
 * Deletes the stored papers, which can't be read; the page that opens next fetches them again. Returns false, and deletes
 * nothing, where they can be read by now: another page was quicker.
 */
export async function fetchAnew(): Promise<boolean> {
  const { feed } = await readTroubles();
  if (feed) await rebuildFeed();
  await recount();
  return feed !== undefined;
}

/**
 * Puts a new database in the place of the damaged one, filled from the second copy. Returns what came back; nothing where
 * another page has done so before: what was made since would be lost.
 */
export async function restoreUser(): Promise<Restored | undefined> {
  let restored: Restored | undefined;
  await withCopyLock(async (turn) => {
    if (!(await readTroubles()).user) return;
    // Read before anything is deleted: a storage that refuses leaves all as it is.
    if (!readCopy(await readItems())) throw new Error('The second copy can’t be read any more.');
    await rebuildUser();
    restored = await compareSides(turn);
  });
  await recount();
  return restored;
}

/**
 * A new, empty database and a new copy, in the place of what can't be read: only when the user says so, and not where
 * another page has done so before. A copy of a later version stays: that one can read it.
 */
export async function beginAnew(): Promise<void> {
  let isRebuilt = false;
  await withCopyLock(async () => {
    isRebuilt = (await readTroubles()).user !== undefined;
    if (isRebuilt) await rebuildUser();
  });
  if (isRebuilt) await beginNewCopy();
  await recount();
}

/** The page loads itself anew: not with a list of what is gone. */
async function recount(): Promise<void> {
  await afterCommit(clearFirstList);
  await afterCommit(refreshBadge);
}
