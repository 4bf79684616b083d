import { readItems, readWitness } from '@/lib/browser/copy-storage';
import { clearFirstList } from '@/lib/browser/first-list';
import { readCopy } from '@/lib/core/copy/read-copy';
import { type Diagnosis, toHolds } from '@/lib/core/copy/recovery';
import type { Restored } from '@/lib/core/copy/restored';
import { findRefusal, readTroubles } from '@/lib/db/queries/health';
import { rebuildFeed, rebuildUser } from '@/lib/db/writes/rebuild';
import { afterCommit } from './after-commit';
import { beginNewCopy } from './check-copy';
import { compareSides } from './compare-sides';
import { withCopyLock } from './copy-lock';
import { refreshBadge } from './refresh-badge';

/** Finds out why a page could read nothing, and what there is to restore from. Changes nothing. */
export async function diagnose(): Promise<Diagnosis> {
  const { feed, user } = await readTroubles();
  if (feed === undefined && user === undefined) return { kind: 'fine' };
  const refusal = await findRefusal();
  if (refusal === undefined && user === undefined) return { kind: 'feed', detail: feed ?? '' };
  const copy = await readItems().then(
    (items) => readCopy(items, readWitness()),
    () => undefined,
  );
  return { kind: refusal === undefined ? 'user' : 'refused', detail: refusal ?? user ?? '', holds: toHolds(copy) };
}

/** Deletes the stored papers, which can't be read; the page that opens next fetches them again. */
export async function fetchAnew(): Promise<void> {
  await rebuildFeed();
  await recount();
}

/** Puts a new database in the place of the damaged one, filled from the second copy. Returns what came back. */
export async function restoreUser(): Promise<Restored | undefined> {
  let restored: Restored | undefined;
  await withCopyLock(async (lost) => {
    // Read before anything is deleted: a storage that refuses leaves all as it is.
    if (!readCopy(await readItems())) throw new Error('The second copy can’t be read any more.');
    await rebuildUser();
    restored = await compareSides(lost);
  });
  await recount();
  return restored;
}

/** A new, empty database and a new copy, in the place of what can't be read: only when the user says so. */
export async function beginAnew(): Promise<void> {
  await rebuildUser();
  await beginNewCopy();
  await recount();
}

/** The page loads itself anew: not with a list of what is gone. */
async function recount(): Promise<void> {
  await afterCommit(clearFirstList);
  await afterCommit(refreshBadge);
}
