import { readItems, readWitness, removeItems } from '@/lib/browser/copy-storage';
import { toManifestKey } from '@/lib/core/copy/copy-keys';
import { readManifests, wasEverWhole } from '@/lib/core/copy/manifest';
import { planChanges, toBase, toChangedKeys, toStaleShards } from '@/lib/core/copy/plan-changes';
import { toForgotten } from '@/lib/core/copy/plan-removal';
import { readStale } from '@/lib/db/queries/copied';
import { ackCopied } from '@/lib/db/writes/copied';
import type { CopyTurn } from './copy-lock';
import { writeGeneration } from './write-generation';

/**
 * Writes the stale parts alone, where the copy is what the database believes; `differs` where it is not, and both sides
 * have to be compared. Under the lock of the copy. Apart from the comparison, which the background would carry and not need.
 */
export async function writeStale({ lost }: CopyTurn): Promise<'done' | 'differs'> {
  const { stale, written, isDeleted, rows, changed } = await readStale();
  if (stale.length === 0) return 'done';
  const items = await readItems([toManifestKey(0), toManifestKey(1)]);
  const { manifests, isNewer } = readManifests(items);
  if (isNewer) return 'done';
  // In the place of a database that is gone: the check of a page finds out what there is, says so, and writes.
  if (written === undefined && !isDeleted && wasEverWhole(items, readWitness())) return 'done';
  const last = toBase(manifests, written, stale);
  if (!last) return 'differs';
  const shards = planChanges(stale, changed, last, await readItems(toChangedKeys(toStaleShards(stale), last)));
  if (!shards) return 'differs';
  const generation = await writeGeneration(last, { shards, written, rows, at: Date.now() }, lost);
  if (generation === undefined) return 'done';
  await ackCopied(stale, generation);
  await removeItems(toForgotten(manifests[1], last, shards));
  return 'done';
}
