import { toUtcDay } from '../days/day';
import { formatMoment, formatPaperDate } from '../days/format';
import { formatPapers } from '../papers/words';
import type { Pruned } from './retention';

/** What went last, e.g. "Last deleted Nov 25, 14:05: 210 papers up to Aug 27, for their age." */
export function toPrunedWords({ at, why, papers, until }: Pruned, now: number): string {
  const reason = why === 'age' ? 'for their age' : 'to make room, since the disk was full';
  const last = formatPaperDate(until, toUtcDay(now));
  return `Last deleted ${formatMoment(at, now)}: ${formatPapers(papers)} up to ${last}, ${reason}.`;
}
