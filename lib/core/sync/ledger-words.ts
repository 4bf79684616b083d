import { type Day, isWeekend } from '../days/day';
import { formatAgo, formatDayHeading, formatUntil } from '../days/format';
import { toFailureText } from './failure-texts';
import type { DroppedItem, LedgerRow } from './ledger';

/** One day of the ledger, in words, for a table. */
export interface LedgerLine {
  date: Day;
  /** "Friday, Nov 20". */
  heading: string;
  /** "Read, settled", "A day of rest", "Could not be read. …". */
  state: string;
  /** Failed, or stopped on the way: drawn in the accent colour. */
  isBad: boolean;
  /** Listings stored; absent for a day that was never read. */
  papers?: number;
  dropped: readonly DroppedItem[];
  droppedCount: number;
  /** "5 min ago"; absent: never. */
  read?: string;
  /** "14:05"; absent when no try is waiting. */
  nextTry?: string;
}

/** The line of `day`; `row` is absent for a day nothing is known of. `now` in ms, our clock. */
export function toLedgerLine(day: Day, row: LedgerRow | undefined, today: Day, now: number): LedgerLine {
  const line: LedgerLine = {
    date: day,
    heading: formatDayHeading(day, today),
    state: toState(day, row, today, now),
    isBad: row !== undefined && (row.state === 'failed' || row.state === 'partial' || row.failure !== undefined),
    dropped: row?.dropped ?? [],
    droppedCount: row?.droppedCount ?? 0,
  };
  if (row?.readAt !== undefined) {
    line.papers = row.papers;
    line.read = formatAgo(row.readAt, now);
  }
  if (row?.nextTryAt !== undefined) line.nextTry = row.nextTryAt <= now ? 'due now' : formatUntil(row.nextTryAt, now);
  return line;
}

function toState(day: Day, row: LedgerRow | undefined, today: Day, now: number): string {
  if (!row) return isWeekend(day) ? 'A day of rest, not read' : 'Not read yet';
  const state = toPlainState(day, row, today);
  if (!row.failure) return state;
  const why = toFailureText(row.failure, now).title;
  return row.state === 'failed' ? `Could not be read. ${why}` : `${state}. The last try failed: ${why}`;
}

function toPlainState(day: Day, row: LedgerRow, today: Day): string {
  switch (row.state) {
    case 'complete':
      if (day === today) return 'Read so far, the list still fills';
      return row.settledAt === undefined ? 'Read' : 'Read, settled';
    case 'partial':
      return 'Read in part';
    case 'empty':
      return isWeekend(day) ? 'A day of rest' : 'Nothing was listed';
    case 'ahead':
      return 'Not out yet';
    case 'failed':
      return 'Could not be read';
  }
}
