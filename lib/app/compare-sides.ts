import { readItems, readWitness, removeItems, writeCompared } from '@/lib/browser/copy-storage';
import { tellCleared } from '@/lib/browser/local-storage';
import { clearSmallStorage } from '@/lib/browser/storage';
import { toManifestKey } from '@/lib/core/copy/copy-keys';
import { hasLost } from '@/lib/core/copy/has-lost';
import { readManifests } from '@/lib/core/copy/manifest';
import { findChanged } from '@/lib/core/copy/plan-copy';
import { toUnnamed } from '@/lib/core/copy/plan-removal';
import { type ReadCopy, readCopy } from '@/lib/core/copy/read-copy';
import { type Restored, toRestored } from '@/lib/core/copy/restored';
import { encodeAll } from '@/lib/core/copy/shards';
import { type Copied, readCopied, readDatabaseSide } from '@/lib/db/queries/copied';
import { ackCopied, ackDeleted, mergeCopied } from '@/lib/db/writes/copied';
import type { CopyTurn } from './copy-lock';
import { goOnDeleting } from './deletion';
import { writeGeneration } from './write-generation';

/**
 * Reads both sides whole, takes into the database what only the copy has, and writes into the copy in what it differs.
 * Under the lock of the copy. Returns what the database had lost; `undefined` where it had lost nothing.
 */
export async function compareSides({ lost, isStolen }: CopyTurn): Promise<Restored | undefined> {
  await forgetDeleted();
  const items = await readItems();
  // A later version may have written while this page stood in line.
  if (readManifests(items).isNewer) return undefined;
  const copy = readCopy(items, readWitness());
  const before = await readCopied();
  const taken = copy && isDifferent(copy, before) ? await mergeCopied(copy.rows, copy.manifest.generation) : undefined;
  const now = taken ? await readCopied() : before;
  if (!lost.aborted) await writeDifference(copy, now, lost);
  if (!lost.aborted && !isStolen) {
    await removeUnnamed(Object.keys(items));
    await writeCompared();
  }
  return copy && toRestored(taken, copy, { isNew: !before.written, hasLost: () => hasLost(now, copy) });
}

/** Asked before the merge, which locks the database for other pages. */
function isDifferent({ manifest }: ReadCopy, { all }: Copied): boolean {
  return findChanged(encodeAll(all), manifest).size > 0;
}

/**
 * Ends what a page began that died behind the deletion of all the user made: that must not come back from the copy. The
 * rest that lies beside it goes as well, as it would have there: left, what was shown and asked for would still be told in
 * the feed's database, the drafts would be written again, and the witness would call the deletion a loss.
 */
async function forgetDeleted(): Promise<void> {
  if (!(await readDatabaseSide()).isDeleted) return;
  await goOnDeleting();
  await clearSmallStorage();
  await ackDeleted();
  tellCleared();
}

async function writeDifference(
  copy: ReadCopy | undefined,
  { all, written, stale, rows }: Copied,
  lost: AbortSignal,
): Promise<void> {
  const now = encodeAll(all);
  const shards = findChanged(now, copy?.manifest);
  for (const name of copy?.refused ?? []) shards.set(name, now.get(name));
  if (copy && shards.size === 0 && copy.manifest.generation === written && isSame(rows, copy.manifest.rows)) return;
  const generation = await writeGeneration(copy?.manifest, { shards, written, rows, at: Date.now() }, lost);
  if (generation !== undefined) await ackCopied(stale, generation);
}

/** Of those that were there before anything was written, and only while one generation at least is named. */
async function removeUnnamed(keys: readonly string[]): Promise<void> {
  const { manifests } = readManifests(await readItems([toManifestKey(0), toManifestKey(1)]));
  if (manifests.length > 0) await removeItems(toUnnamed(keys, manifests));
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
