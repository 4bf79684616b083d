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

/** The same to whoever did not ask, e.g. "The disk was full. To make room, 210 papers up to Aug 27 were deleted; …" */
export function toRoomWords({ papers, until }: Pruned, now: number): string {
  const last = formatPaperDate(until, toUtcDay(now));
  const were = papers === 1 ? 'was' : 'were';
  return `The disk was full. To make room, ${formatPapers(papers)} up to ${last} ${were} deleted; nothing you made or marked was.`;
}

/** A choice is stored by which papers go, and their deletion failed; `detail` in the browser’s words. */
export function toUndeletedWords(detail: string): string {
  return `The choice is saved. Not all older papers could be deleted (${detail}): the rest goes by itself later.`;
}

/** What would go can’t be counted any more, and the question is taken back. */
export function toUncountedWords(detail: string): string {
  return `The older papers could not be counted (${detail}). Nothing was changed.`;
}
