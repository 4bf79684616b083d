import type { BackupPaper } from '@/lib/core/backup/backup';
import type { RestoredPapers, RestoredPruning } from '@/lib/core/backup/describe-restore';
import { type PaperBounds, planPapers, toNewlySeen } from '@/lib/core/backup/plan-papers';
import type { RestorePlan } from '@/lib/core/backup/plan-restore';
import { addDays, type Day } from '@/lib/core/days/day';
import type { Seen } from '@/lib/core/papers/paper';
import { type KeepDays, toSettings } from '@/lib/core/settings/settings';
import { isKept, isShorter, toFirstKept } from '@/lib/core/sync/retention';
import { beginKnownPapers } from '@/lib/db/queries/known-papers';
import { countPapers } from '@/lib/db/queries/papers';
import { readKeptIds } from '@/lib/db/queries/statuses';
import { readSettings } from '@/lib/db/queries/user';
import { HoldLostError } from '@/lib/db/writes/feed';
import { addPapers, PAPERS_AT_ONCE, takeOutPapers, type WrittenPapers } from '@/lib/db/writes/restore-papers';
import { toFullDisk } from './full-disk';
import { countTooOld } from './prune-by-age';
import { InterruptedError, PapersStayError } from './restore-errors';
import { seizeSyncLock } from './sync-lock';
import { readToday } from './today';

/** The server's clock may not be known here yet, and ours be behind it. */
const CLOCK_DAYS = 2;

export interface Restored<T> {
  result: T;
  /** Papers that were not here before. */
  added: number;
  /** Papers, or places of papers in lists, were written: an undo leaves them. */
  isPlaced: boolean;
  /** Any row of papers was written. */
  hasWritten: boolean;
}

const PAPERS_WITHOUT_ROOM =
  'the papers of this backup have no room; make some and try again, or restore it without the papers';

/** What a restore would do with the papers of a backup, beside what `plan` does with the rest. Writes nothing. */
export async function previewPapers(papers: readonly BackupPaper[], plan: RestorePlan): Promise<RestoredPapers> {
  const { keepDays, bounds, today } = await readBounds(plan);
  const readKnown = await beginKnownPapers();
  const sum = { fresh: 0, here: 0, placed: 0, newlySeen: 0, old: 0, ahead: 0, placing: 0, writing: 0, keepDays };
  for (let from = 0; from < papers.length; from += PAPERS_AT_ONCE) {
    const some = papers.slice(from, from + PAPERS_AT_ONCE);
    const known = await readKnown(some);
    const part = planPapers(some, known, bounds);
    sum.fresh += part.fresh;
    sum.here += part.here;
    sum.placed += part.placed;
    sum.newlySeen += toNewlySeen(part, known, today).length;
    sum.old += part.old;
    sum.ahead += part.ahead;
    sum.placing += part.papers.length + part.listings.length;
    sum.writing += part.papers.length + part.listings.length + part.seen.length;
  }
  return sum;
}

/** Which papers that are here would go, because the backup keeps them for a shorter time. */
export async function previewPruning(plan: RestorePlan): Promise<RestoredPruning | undefined> {
  if (!plan.settings.some(({ key }) => key === 'keepDays')) return undefined;
  const { bounds, keepDays, before } = await readBounds(plan);
  if (!isShorter(keepDays, before)) return undefined;
  const papers = await countTooOld(keepDays, bounds.kept);
  return papers > 0 ? { keepDays, papers } : undefined;
}

/** Whether what is stored of the feed can be opened. */
export function canReadFeed(): Promise<boolean> {
  return countPapers().then(
    () => true,
    () => false,
  );
}

/**
 * Adds the papers of a backup, then does `work`, which writes what the user made, as one who holds the sync all the while
 * (law 4): a reading that is under way is stopped and goes on at its next alarm. Papers first: a page that dies between
 * the two has changed nothing the user made. `work` is told which papers have become seen, so that an undo can take that
 * back. Where it fails all are taken out again.
 * @throws Error in words for the user when the disk has no room for them or another page took over; `PapersStayError` when
 * `work` failed and they could not be taken out
 */
export async function withPapers<T>(
  papers: readonly BackupPaper[],
  plan: RestorePlan,
  work: (newlySeen: readonly Seen[]) => Promise<T>,
): Promise<Restored<T>> {
  const now = Date.now();
  const today = await readToday(now);
  const { bounds } = await readBounds(plan);
  let done: Restored<T> | undefined;
  await seizeSyncLock(now, async ({ holder }) => {
    const written = await addPapers(holder, papers, { ...bounds, today, now });
    try {
      done = {
        result: await work(written.newlySeen),
        added: countAdded(written),
        isPlaced: hasRows(written.papers) || hasRows(written.listings),
        hasWritten: Object.values(written).some(hasRows),
      };
    } catch (error) {
      // Why the restore failed is what the user has to hear, and that papers nobody asked for may be here.
      throw (await takeOut(holder, written)) ? error : new PapersStayError(toError(error));
    }
  })
    .catch((error: unknown) => {
      throw error instanceof HoldLostError ? new InterruptedError() : error;
    })
    .catch(toFullDisk(PAPERS_WITHOUT_ROOM));
  if (!done) throw new Error('nothing was restored');
  return done;
}

/** Whether nothing of them is left. */
async function takeOut(holder: string, written: WrittenPapers): Promise<boolean> {
  try {
    await takeOutPapers(holder, written);
    return true;
  } catch (error) {
    console.error('papers stay', error);
    return !Object.values(written).some(hasRows);
  }
}

const toError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

interface Bounds {
  bounds: PaperBounds;
  today: Day;
  /** After the restore. */
  keepDays: KeepDays;
  before: KeepDays;
}

async function readBounds(plan: RestorePlan): Promise<Bounds> {
  const [today, here, kept] = await Promise.all([readToday(), readSettings(), readKeptIds()]);
  // As it will be after the restore: what is pruned by the backup's own setting in the next minute must not be promised.
  // Not both rows: one without a value, the default, would let the one from here win.
  const chosen = plan.settings.find(({ key }) => key === 'keepDays');
  const { keepDays } = chosen ? toSettings([chosen.after]).settings : here.settings;
  for (const { key, after } of plan.statuses) {
    if (isKept(after)) kept.add(key);
    else kept.delete(key);
  }
  const bounds = { first: toFirstKept(keepDays, today), last: addDays(today, CLOCK_DAYS), kept };
  return { bounds, today, keepDays, before: here.settings.keepDays };
}

const hasRows = (rows: readonly unknown[]) => rows.length > 0;

function countAdded({ papers }: WrittenPapers): number {
  return papers.filter(({ before }) => before === undefined).length;
}
