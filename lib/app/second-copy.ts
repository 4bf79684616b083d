import { writeNotice } from '@/lib/browser/copy-notice';
import { readItems, readWitness, removeItems } from '@/lib/browser/copy-storage';
import { toManifestKey } from '@/lib/core/copy/copy-keys';
import { readManifests, wasEverWhole } from '@/lib/core/copy/manifest';
import { planChanges, toChangedKeys, toStaleShards } from '@/lib/core/copy/plan-changes';
import { toForgotten } from '@/lib/core/copy/plan-removal';
import type { Restored } from '@/lib/core/copy/restored';
import { readStale } from '@/lib/db/queries/copied';
import { ackCopied } from '@/lib/db/writes/copied';
import { afterCommit } from './after-commit';
import { compareSides } from './compare-sides';
import { type CopyTurn, withCopyLock } from './copy-lock';
import { refreshBadge } from './refresh-badge';
import { writeGeneration } from './write-generation';

/** Whoever of this page stands in line already: it will find what was written until it is its turn. */
let inLine: Promise<void> | undefined;

/**
 * Brings the second copy up to date with what was written to the user's database. To be called after a commit; a page
 * that is closed meanwhile leaves it to the next one.
 * @throws what the storage said, to each who asked meanwhile: one of them may be the one that tells the user.
 */
export function writeCopy(): Promise<void> {
  if (inLine) return inLine;
  const turn = withCopyLock(async (turn) => {
    inLine = undefined;
    await writeStale(turn);
  }).finally(() => {
    if (inLine === turn) inLine = undefined;
  });
  inLine = turn;
  return turn;
}

/** The stale parts alone, where the copy is what the database believes; else both sides are compared. */
async function writeStale(turn: CopyTurn): Promise<void> {
  const { stale, written, isDeleted, rows, changed } = await readStale();
  if (stale.length === 0) return;
  const items = await readItems([toManifestKey(0), toManifestKey(1)]);
  const { manifests, isNewer } = readManifests(items);
  if (isNewer) return;
  // In the place of a database that is gone: the check of this page finds out what there is, says so, and writes.
  if (written === undefined && !isDeleted && wasEverWhole(items, readWitness())) return;
  const [last, older] = manifests;
  const isExpected = last !== undefined && last.generation === written;
  const shards =
    isExpected && planChanges(stale, changed, last, await readItems(toChangedKeys(toStaleShards(stale), last)));
  if (!shards) {
    const restored = await compareSides(turn);
    if (restored) await tell(restored);
    return;
  }
  const generation = await writeGeneration(last, { shards, written, rows, at: Date.now() }, turn.lost);
  if (generation === undefined) return;
  await ackCopied(stale, generation);
  await removeItems(toForgotten(older, last, shards));
}

/** Nobody has asked for what came back: without this it would come without a word, and not count on the badge. */
async function tell(restored: Restored): Promise<void> {
  writeNotice({ kind: 'restored', restored });
  await afterCommit(refreshBadge);
}
