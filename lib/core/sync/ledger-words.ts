import { type Day, isWeekend } from '../days/day';
import { formatAgo, formatDayHeading } from '../days/format';
import { toFailureText } from './failure-texts';
import type { DroppedItem, LedgerRow } from './ledger';
import { toNextTryWords } from './next-try';
import { isRestoredDay } from './restored-day';
import type { SyncJob } from './state';

/** One day of the ledger, in words, for a table. */
export interface LedgerLine {
  date: Day;
  /** "Friday, Nov 20". */
  heading: string;
  /** "Read, settled", "A day of rest", "Could not be read. …". */
  state: string;
  /** Failed, or stopped on the way: drawn in the accent colour. */
  isBad: boolean;
  /** It is being read, or waits for it. */
  isBusy: boolean;
  /** Listings stored; absent for a day that was never read, unless a backup has brought some. */
  papers?: number;
  dropped: readonly DroppedItem[];
  droppedCount: number;
  /** "5 min ago"; absent: never. */
  read?: string;
}

export interface LedgerContext {
  today: Day;
  /** Our clock, ms. */
  now: number;
  /** The first day that is read without being picked. */
  oldest: Day;
  job?: SyncJob | undefined;
  wanted?: readonly Day[] | undefined;
}

/** The line of `day`; `row` is absent for a day nothing is known of. */
export function toLedgerLine(day: Day, row: LedgerRow | undefined, context: LedgerContext): LedgerLine {
  const { today, now, job, wanted } = context;
  const isRead = job !== undefined && (job.reading ?? job.paging?.date) === day;
  const isWanted = wanted?.includes(day) ?? false;
  const pending = isRead ? 'Being read now' : isWanted ? toWaiting(job) : undefined;
  const line: LedgerLine = {
    date: day,
    heading: formatDayHeading(day, today),
    state: pending ?? toState(day, row, context),
    isBad: pending === undefined && row !== undefined && isTrouble(row),
    isBusy: isRead || (isWanted && job !== undefined),
    dropped: row?.dropped ?? [],
    droppedCount: row?.droppedCount ?? 0,
  };
  if (row && isRestoredDay(row)) line.papers = row.papers;
  if (row?.readAt !== undefined) {
    line.papers = row.papers;
    line.read = formatAgo(row.readAt, now);
  }
  return line;
}

function isTrouble(row: LedgerRow): boolean {
  const { state, failure } = row;
  return state === 'failed' || (state === 'partial' && !isRestoredDay(row)) || failure !== undefined;
}

/** Picked, and no answer yet: the sync that was to read it may have ended before its turn. */
function toWaiting(job: SyncJob | undefined): string {
  return job ? 'Waits for its turn' : 'Will be read with the next reading';
}

function toState(day: Day, row: LedgerRow | undefined, { today, now, oldest }: LedgerContext): string {
  if (!row && isWeekend(day)) return 'A day of rest, not read';
  if (!row) return day < oldest ? 'Older than what is read by itself' : 'Not read yet';
  const state = toPlainState(day, row, today) + (row.picked && row.readAt !== undefined ? ', picked by you' : '');
  if (!row.failure) return state;
  const why = `${toFailureText(row.failure, now).title}${toNextTryWords(row, today, now)}`;
  return row.state === 'failed' ? `Could not be read. ${why}` : `${state}. The last try failed: ${why}`;
}

function toPlainState(day: Day, row: LedgerRow, today: Day): string {
  switch (row.state) {
    case 'complete':
      if (day === today) return 'Read so far, the list still fills';
      return row.settledAt === undefined ? 'Read' : 'Read, settled';
    case 'partial':
      return isRestoredDay(row) ? 'From a backup, not read here' : 'Read in part: the rest of its pages is missing';
    case 'empty':
      return isWeekend(day) ? 'A day of rest' : 'Nothing was listed';
    case 'ahead':
      return 'Not out yet';
    case 'failed':
      return 'Could not be read';
  }
}
