import { readItems } from '@/lib/browser/copy-storage';
import { toManifestKey } from '@/lib/core/copy/copy-keys';
import { readManifests } from '@/lib/core/copy/manifest';
import { planChanges, toChangedKeys, toStaleShards } from '@/lib/core/copy/plan-changes';
import { readStale } from '@/lib/db/queries/copied';
import { ackCopied } from '@/lib/db/writes/copied';
import { compareSides } from './compare-sides';
import { withCopyLock } from './copy-lock';
import { writeGeneration } from './write-generation';

/** Somebody of this page stands in line already, and will find what was written until it is its turn. */
let isWaiting = false;

/**
 * Brings the second copy up to date with what was written to the user's database. To be called after a commit; a page
 * that is closed meanwhile leaves it to the next one.
 */
export async function writeCopy(): Promise<void> {
  if (isWaiting) return;
  isWaiting = true;
  try {
    await withCopyLock(async (lost) => {
      isWaiting = false;
      await writeStale(lost);
    });
  } finally {
    isWaiting = false;
  }
}

/** The stale parts alone, where the copy is what the database believes; else both sides are compared. */
async function writeStale(lost: AbortSignal): Promise<void> {
  const { stale, written, rows, changed } = await readStale();
  if (stale.length === 0) return;
  const { manifests, isNewer } = readManifests(await readItems([toManifestKey(0), toManifestKey(1)]));
  if (isNewer) return;
  const [last] = manifests;
  const isExpected = last !== undefined && last.generation === written;
  const shards =
    isExpected && planChanges(stale, changed, last, await readItems(toChangedKeys(toStaleShards(stale), last)));
  if (!shards) {
    await compareSides(lost);
    return;
  }
  const generation = await writeGeneration(last, { shards, written, rows, at: Date.now() }, lost);
  if (generation !== undefined) await ackCopied(stale, generation);
}
