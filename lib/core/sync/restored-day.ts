import { type Day, daysBetween } from '../days/day';
import type { LedgerRow } from './ledger';
import { SETTLE_DAYS } from './limits';

/**
 * The row of a day to which a backup has brought papers; `undefined` where the one that is here tells the truth already.
 * A day that was never read here stays so, and a sync that reads it by itself reads it as any gap; so is one that was
 * read as a day of rest, or as not out yet, which the papers say it is not. `count` is how many papers are listed now.
 */
export function toRestoredDay(
  row: LedgerRow | undefined,
  date: Day,
  { count, today, now }: { count: number; today: Day; now: number },
): LedgerRow | undefined {
  if (row && row.papers >= count) return undefined;
  if (row && row.state !== 'empty' && row.state !== 'ahead') return { ...row, papers: count };
  return {
    source: 'huggingface',
    date,
    state: 'partial',
    papers: count,
    dropped: [],
    droppedCount: 0,
    pages: [],
    triedAt: now,
    attempts: 0,
    jobId: 'restore',
    // Catching up must not begin at the oldest day of a file, or two months would be asked for.
    ...(row?.picked || daysBetween(date, today) > SETTLE_DAYS ? { picked: true } : {}),
  };
}

/** True for a day whose papers came from a backup alone: no page of it was read here. */
export function isRestoredDay({ state, pages, readAt }: LedgerRow): boolean {
  return state === 'partial' && pages.length === 0 && readAt === undefined;
}
