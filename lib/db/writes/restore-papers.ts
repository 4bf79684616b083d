import type { BackupPaper } from '@/lib/core/backup/backup';
import { type PaperBounds, planPapers, toNewlySeen } from '@/lib/core/backup/plan-papers';
import type { Day } from '@/lib/core/days/day';
import type { Listing, Paper, Seen } from '@/lib/core/papers/paper';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { toRestoredDay } from '@/lib/core/sync/restored-day';
import { feedDb } from '../feed-database';
import { beginKnownPapers } from '../queries/known-papers';
import { refuseOthers } from './feed';

/** A row that was written, and the one that stood there before, if one did. */
interface Written<Row> {
  before?: Row | undefined;
  after: Row;
}

/** What a restore has written of papers: enough to take it out again. */
export interface WrittenPapers {
  papers: Written<Paper>[];
  listings: Listing[];
  seen: Written<Seen>[];
  days: Written<LedgerRow>[];
  /** Of `seen`: of papers that were here and new until then. An undo makes them new again. */
  newlySeen: Seen[];
}

/** Papers that are looked at and written at once. */
export const PAPERS_AT_ONCE = 500;

/**
 * Adds the papers of a backup to the feed's database in one transaction: all of them or, where anything refuses, none.
 * Throws `HoldLostError` before writing when `holder` no longer holds the sync.
 */
export async function addPapers(
  holder: string,
  entries: readonly BackupPaper[],
  { today, now, ...bounds }: PaperBounds & { today: Day; now: number },
): Promise<WrittenPapers> {
  const { papers, listings, seen, days, meta } = feedDb;
  return feedDb.transaction('rw', papers, listings, seen, days, meta, async () => {
    await refuseOthers(holder);
    const readKnown = await beginKnownPapers();
    const written: WrittenPapers = { papers: [], listings: [], seen: [], days: [], newlySeen: [] };
    for (let from = 0; from < entries.length; from += PAPERS_AT_ONCE) {
      const some = entries.slice(from, from + PAPERS_AT_ONCE);
      const known = await readKnown(some);
      const plan = planPapers(some, known, bounds);
      await papers.bulkPut(plan.papers);
      await listings.bulkPut(plan.listings);
      await seen.bulkPut(plan.seen);
      written.papers.push(...plan.papers.map((after) => ({ before: known.papers.get(after.id), after })));
      written.listings.push(...plan.listings);
      for (const after of plan.seen) {
        const at = known.seen.get(after.paperId);
        written.seen.push({ before: at === undefined ? undefined : { paperId: after.paperId, at }, after });
      }
      written.newlySeen.push(...toNewlySeen(plan, known, today));
    }
    for (const date of new Set(written.listings.map(({ date }) => date))) {
      const before = await days.get(['huggingface', date]);
      const count = await listings.where('date').equals(date).count();
      const after = toRestoredDay(before, date, { count, today, now });
      if (after) written.days.push({ before, after });
    }
    await days.bulkPut(written.days.map(({ after }) => after));
    return written;
  });
}

/**
 * Takes out what `addPapers` wrote under the same hold, and nothing else: what a page has marked as seen since stays.
 * Throws `HoldLostError` before writing when the hold is lost: then papers stay that nobody asked for, and no more.
 */
export async function takeOutPapers(holder: string, written: WrittenPapers): Promise<void> {
  const { papers, listings, seen, days, meta } = feedDb;
  await feedDb.transaction('rw', papers, listings, seen, days, meta, async () => {
    await refuseOthers(holder);
    const now = await seen.bulkGet(written.seen.map(({ after }) => after.paperId));
    const unseen = written.seen.filter(({ after }, i) => now[i]?.at === after.at);
    await papers.bulkDelete(toAdded(written.papers).map(({ id }) => id));
    await listings.bulkDelete(written.listings.map(({ source, date, paperId }) => [source, date, paperId]));
    await seen.bulkDelete(toAdded(unseen).map(({ paperId }) => paperId));
    await days.bulkDelete(toAdded(written.days).map(({ source, date }) => [source, date]));
    await papers.bulkPut(toBefore(written.papers));
    await seen.bulkPut(toBefore(unseen));
    await days.bulkPut(toBefore(written.days));
  });
}

function toAdded<Row>(written: readonly Written<Row>[]): Row[] {
  return written.filter(({ before }) => before === undefined).map(({ after }) => after);
}

function toBefore<Row>(written: readonly Written<Row>[]): Row[] {
  return written.flatMap(({ before }) => (before === undefined ? [] : [before]));
}
