import { type Day, daysBetween, isWeekend } from '../days/day';
import { formatDayHeading } from '../days/format';
import { formatPapers } from '../papers/words';
import { toFailureText } from './failure-texts';
import type { LedgerRow } from './ledger';
import { toNextTryWords } from './next-try';
import { isRestoredDay } from './restored-day';

export interface DayContext {
  /** The server's UTC day. */
  today: Day;
  now: number;
  /** Papers of the day that match a topic; absent while they are not counted, or without topics. */
  matches?: number | undefined;
}

/** One day of the ledger in words, for the strip: "Friday, Nov 20: 24 papers, 7 match your topics". */
export function toDaySentence(row: LedgerRow | undefined, day: Day, context: DayContext): string {
  return `${formatDayHeading(day, context.today)}: ${toDayState(row, day, context)}`;
}

/** What the button says that leads to a day whose papers have just come: "Monday’s papers are here". */
export function toArrivalWords(day: Day, today: Day): string {
  const heading = formatDayHeading(day, today);
  // A week later the name alone would mean another day.
  const name = daysBetween(day, today) < 7 ? heading.split(',')[0] : heading;
  return `${name}’s papers are here`;
}

/** The same as `toDaySentence` without the day's name. */
function toDayState(row: LedgerRow | undefined, day: Day, { today, now, matches }: DayContext): string {
  const papers = row?.papers ?? 0;
  const count =
    papers === 0 ? '' : formatPapers(papers) + (matches === undefined ? '' : `, ${matches} match your topics`);
  const trouble = toTrouble(row, today, now);
  if (trouble !== undefined) {
    return count === '' ? `could not be read${trouble}` : `${count}; the last reading failed${trouble}`;
  }
  const dropped = row?.droppedCount ? `; ${row.droppedCount} could not be used` : '';
  if (count !== '') return count + toOpenEnd(row, day, today) + dropped;
  if (isWeekend(day)) return 'the feed rests on weekends';
  if (row?.state === 'ahead') return 'not out yet';
  if (row?.readAt === undefined) return 'not read yet';
  return day === today ? 'not out yet' : `nothing was listed${dropped}`;
}

function toOpenEnd(row: LedgerRow | undefined, day: Day, today: Day): string {
  if (row && isRestoredDay(row)) return ', from a backup';
  if (row?.state === 'partial') return ', not read to its end';
  return day === today ? ' so far, the list still fills' : '';
}

/** Why it could not be read and when it is tried again, to stand behind other words; `undefined` where it could. */
function toTrouble(row: LedgerRow | undefined, today: Day, now: number): string | undefined {
  if (!row?.failure) return row?.state === 'failed' ? '' : undefined;
  const { title } = toFailureText(row.failure, now);
  return `. ${title}${toNextTryWords(row, today, now)}`;
}
