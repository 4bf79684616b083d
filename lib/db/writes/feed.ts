import type { Day } from '@/lib/core/days/day';
import type { Listing, Paper, PaperId, Seen, SourceId } from '@/lib/core/papers/paper';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { KnownDay } from '@/lib/core/sync/plan-page';
import { KEPT_REQUESTS, type RequestRow } from '@/lib/core/sync/request-row';
import type { MetaKey, MetaValues, Schedule, SyncJob } from '@/lib/core/sync/state';
import { feedDb } from '../feed-database';

/** The lock `sync` was taken away from this holder: whatever it still wants to write is somebody else's job now. */
export class HoldLostError extends Error {
  override name = 'HoldLostError';
}

/** Rows of `meta` to write; `null` deletes. */
export type MetaChanges = { [K in MetaKey]?: MetaValues[K] | null };

export interface FeedStep {
  row?: LedgerRow;
  papers?: Paper[];
  listings?: Listing[];
  meta?: MetaChanges;
  /** A request that goes out, or what became of it: the row that was given its `seq` before. */
  request?: RequestRow;
  /** A picked day that has its answer: it is wanted no longer. */
  answered?: Day;
  /** Papers that an alert may tell of. */
  arrived?: PaperId[];
  /** Papers that count as shown. */
  seen?: Seen[];
}

/**
 * One step of a sync in one transaction: papers, listings, ledger row and due time together, or nothing (law 6).
 * Throws `HoldLostError` before writing when `holder` no longer holds the sync: without this a holder that slept
 * through a suspend and was stolen from would overwrite newer rows (FAULTS 19).
 */
export async function applyFeedStep(holder: string, step: FeedStep): Promise<void> {
  const { papers, listings, seen, days, meta, requests } = feedDb;
  // `seen` only where it is written: a popup that closes must not stand in line behind each step of a sync.
  const tables = [papers, listings, days, meta, requests, ...(step.seen?.length ? [seen] : [])];
  await feedDb.transaction('rw', tables, async () => {
    await refuseOthers(holder);
    if (step.papers?.length) await papers.bulkPut(step.papers);
    if (step.listings?.length) await listings.bulkPut(step.listings);
    if (step.seen?.length) {
      // Since when it was seen stands, or its undo would not find it.
      const known = await seen.bulkGet(step.seen.map(({ paperId }) => paperId));
      await seen.bulkPut(step.seen.filter((_, i) => !known[i]));
    }
    if (step.row) await days.put(step.row);
    await putMeta(step.meta ?? {});
    // The log of requests must never be the reason that papers are not stored.
    if (step.request) await logRequest(step.request).catch(() => undefined);
    if (step.answered !== undefined) await changeList('wanted', (days) => days.filter((day) => day !== step.answered));
    if (step.arrived?.length) await changeList('untold', (ids) => [...ids, ...(step.arrived ?? [])]);
  });
}

/** In the caller's transaction: throws `HoldLostError` unless `holder` holds the sync. */
export async function refuseOthers(holder: string): Promise<void> {
  const hold = (await feedDb.meta.get('hold'))?.value as MetaValues['hold'] | undefined;
  if (hold?.holder !== holder) throw new HoldLostError();
}

/** The database writes `seq` into a row without one. */
async function logRequest(row: RequestRow): Promise<void> {
  const seq = await feedDb.requests.put(row);
  await feedDb.requests
    .where('seq')
    .belowOrEqual(seq - KEPT_REQUESTS)
    .delete();
}

/**
 * Stores that the user wants `day` read, and `job` where no sync is unfinished, in one transaction: from here on a wake
 * goes on with it, and a sync that is under way finds it at its next step. Needs no hold: it says nothing of the feed.
 */
export async function wantDay(day: Day, job: SyncJob): Promise<void> {
  await feedDb.transaction('rw', feedDb.meta, async () => {
    await changeList('wanted', (days) => [...new Set([...days, day])]);
    if (!(await feedDb.meta.get('job'))) await putMeta({ job });
  });
}

/** Names the holder of the sync. From here on the writes of any earlier holder are refused. */
export async function takeHold(holder: string, since: number): Promise<void> {
  await feedDb.meta.put({ key: 'hold', value: { holder, since } });
}

/**
 * Moves the due time outside a sync, after a change of settings. Read and written in one transaction: a sync that ends
 * at this moment must not lose what it wrote of its success.
 */
export async function changeDueTime(plan: (schedule: Schedule) => number | null): Promise<void> {
  await feedDb.transaction('rw', feedDb.meta, async () => {
    const schedule = (await feedDb.meta.get('schedule'))?.value as Schedule | undefined;
    if (schedule) await putMeta({ schedule: { ...schedule, nextDueAt: plan(schedule) } });
  });
}

/** What is stored of a day and of the papers an answer names. */
export async function readKnownDay(source: SourceId, date: Day, ids: PaperId[]): Promise<KnownDay> {
  const [row, listings, papers] = await Promise.all([
    feedDb.days.get([source, date]),
    feedDb.listings.where('[source+date+paperId]').between([source, date, ''], [source, date, '\uffff']).toArray(),
    feedDb.papers.bulkGet(ids),
  ]);
  return {
    row,
    listings: new Map(listings.map((listing) => [listing.paperId, listing])),
    papers: new Map(papers.flatMap((paper) => (paper ? [[paper.id, paper]] : []))),
  };
}

/** Changes the papers no alert was thought of. Needs no hold: it says nothing of the feed. */
export async function changeUntold(change: (ids: PaperId[]) => PaperId[]): Promise<void> {
  await feedDb.transaction('rw', feedDb.meta, () => changeList('untold', change));
}

/** Read and written in the caller's transaction: a click and a step can come at the same moment. */
async function changeList(key: 'wanted' | 'untold', change: (list: string[]) => string[]): Promise<void> {
  const list = change(((await feedDb.meta.get(key))?.value as string[] | undefined) ?? []);
  await putMeta({ [key]: list.length > 0 ? list : null });
}

export async function putMeta(changes: MetaChanges): Promise<void> {
  for (const [key, value] of Object.entries(changes) as [MetaKey, MetaValues[MetaKey] | null][]) {
    if (value === null) await feedDb.meta.delete(key);
    else await feedDb.meta.put({ key, value });
  }
}
