import { addDays, type Day, isWeekend } from '../days/day';
import { formatPapers } from '../papers/words';
import type { LedgerRow } from './ledger';
import { isRestoredDay } from './restored-day';

export interface DaySummary {
  /** The part in bold: "24 papers, 7 of them new matches". Empty for a day without papers. */
  count: string;
  /** The part after it: why there is nothing newer, or why there is nothing. */
  why: string;
}

/**
 * The sentence under the day's name. `matches` and `fresh` (new ones among them) are absent while nothing is matched
 * yet; without topics `fresh` counts the new papers.
 */
export function toDaySummary(
  day: Day,
  {
    row,
    papers,
    matches,
    fresh,
    today,
    newest,
  }: {
    row: LedgerRow | undefined;
    papers: number;
    matches?: number | undefined;
    fresh?: number | undefined;
    today: Day;
    /** The newest day with papers. */
    newest?: Day | undefined;
  },
): DaySummary {
  if (papers === 0) return { count: '', why: toWhyNone(row, day, today) };
  return {
    count: `${formatPapers(papers)}${toMatches(papers, matches, fresh)}`,
    why: toWhyNotNewer(day, row, today, newest),
  };
}

/** Told as a share of the day's papers: the badge and the tab New count those of two weeks. */
function toMatches(papers: number, matches: number | undefined, fresh: number | undefined): string {
  if (matches === undefined) return fresh ? toShare(fresh, papers, 'new', 'new') : '';
  if (fresh) return toShare(fresh, papers, 'a new match', 'new matches');
  return matches === 0 ? ', no matches' : toShare(matches, papers, 'a match', 'matches');
}

function toShare(count: number, papers: number, one: string, many: string): string {
  if (count === papers) return papers === 1 ? `, ${one}` : `, all ${many}`;
  return count === 1 ? `, 1 of them ${one}` : `, ${count} of them ${many}`;
}

function toWhyNone(row: LedgerRow | undefined, day: Day, today: Day): string {
  if (row?.state === 'failed' || row?.failure) return 'this day could not be read';
  if (isWeekend(day)) return 'the feed rests on weekends';
  if (row?.state === 'ahead') return 'nothing is out yet';
  if (row?.readAt === undefined) return 'not read yet';
  return day === today ? 'nothing is out yet' : 'nothing was listed';
}

/** Why the newest papers are not today's; nothing to explain on any other day. */
function toWhyNotNewer(day: Day, row: LedgerRow | undefined, today: Day, newest: Day | undefined): string {
  if (row && isRestoredDay(row)) return 'from a backup';
  if (row?.state === 'partial') return 'not read to its end';
  if (day === today) return 'the list still fills';
  if (day !== newest) return '';
  let between: Day | undefined;
  for (let next = addDays(day, 1); next <= today; next = addDays(next, 1)) {
    if (!isWeekend(next)) between ??= next;
  }
  if (between === undefined) return 'the feed rests on weekends';
  return between === today ? 'today is not out yet' : 'nothing newer was read';
}
