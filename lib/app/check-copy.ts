import { readCompared, readItems, readWitness, removeItems, writeWitness } from '@/lib/browser/copy-storage';
import { unseal } from '@/lib/core/copy/checksum';
import { COPY_PREFIX, toManifestKey } from '@/lib/core/copy/copy-keys';
import { type PlacedManifest, readManifests, wasEverWhole } from '@/lib/core/copy/manifest';
import { type CopyTask, planCheck } from '@/lib/core/copy/plan-check';
import type { CheckResult } from '@/lib/core/copy/restored';
import { readDatabaseSide } from '@/lib/db/queries/copied';
import { readIsNewer } from '@/lib/db/queries/newer-data';
import { beginGenerations } from '@/lib/db/writes/copied';
import { afterCommit } from './after-commit';
import { compareSides } from './compare-sides';
import { withCopyLock } from './copy-lock';
import { refreshBadge } from './refresh-badge';
import { writeCopy } from './second-copy';
import { witnessGeneration } from './write-generation';

const FINE: CheckResult = { kind: 'fine' };

/** Reading this many marked papers whole would be felt in the popup: a page with more time does it. */
const FEW_STATUSES = 2_000;

/**
 * Compares the user's database with its second copy and repairs what is clear: quickly at each start of a page, and whole
 * once in each life of the browser; by a page that is `brief` only where little is stored.
 */
export async function checkCopy({ isBrief = false } = {}): Promise<CheckResult> {
  if (await readIsNewer()) return FINE;
  let result = FINE;
  const task = await findTask(isBrief);
  if (task === 'lost') return { kind: 'lost' };
  if (task === 'changes') await writeCopy();
  if (task === 'compare')
    await withCopyLock(async (turn) => {
      const restored = await compareSides(turn);
      if (restored) result = { kind: 'restored', restored };
    });
  if (result.kind === 'restored') await afterCommit(refreshBadge);
  return result;
}

async function findTask(isBrief: boolean): Promise<CopyTask> {
  const [database, items, isCompared] = await Promise.all([
    readDatabaseSide(),
    readItems([toManifestKey(0), toManifestKey(1)]),
    readCompared(),
  ]);
  const { manifests, isNewer } = readManifests(items);
  writeMissedWitness(manifests[0], database.written);
  const wasWhole = wasEverWhole(items, readWitness());
  // Asked only where it matters: it reads everything there is.
  const isThere = wasWhole || Object.keys(await readItems()).some((key) => key.startsWith(COPY_PREFIX));
  const skips = isBrief && database.rows.statuses > FEW_STATUSES;
  return planCheck(database, { manifest: manifests[0], isThere, wasWhole, isNewer }, isCompared || skips);
}

/** True where what was made before can't be found on either side, and nothing has been begun in its place. */
export async function readIsLost(): Promise<boolean> {
  return (await findTask(false)) === 'lost';
}

/**
 * Has what is made from here on copied, once a loss was told: uncopied till somebody closes the note it would be lost
 * with the next damage. Not where a text of the copy is whole though no generation is: that is left to the user.
 */
export async function beginAfterLoss(): Promise<void> {
  const texts = Object.entries(await readItems()).filter(([key]) => key.startsWith(COPY_PREFIX));
  if (texts.some(([, text]) => unseal(text))) return;
  await beginGenerations();
  await writeCopy();
}

/** Chrome's worker has no place for the witness: a page writes down what was written there. */
function writeMissedWitness(last: PlacedManifest | undefined, written: number | undefined): void {
  if (last && last.generation === written && last.generation > readWitness())
    witnessGeneration(last.generation, last.rows);
}

/**
 * Begins a copy of what the database holds now, in the place of one that can't be read: only when the user says so. One of
 * a later version is whole for that one, and may be all there is: it is never deleted for this. Nor is one that can be
 * read: an old note may stand over what was copied since, while the database is lost a second time.
 */
export async function beginNewCopy(): Promise<void> {
  await withCopyLock(async (turn) => {
    const items = await readItems();
    const { manifests, isNewer } = readManifests(items);
    if (isNewer || manifests.length > 0) return;
    writeWitness(0);
    await removeItems(Object.keys(items).filter((key) => key.startsWith(COPY_PREFIX)));
    await compareSides(turn);
  });
}
