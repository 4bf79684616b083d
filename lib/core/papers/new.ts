import { type Day, daysBetween } from '../days/day';
import type { Status } from './status';

/** A paper can be new while its newest listing is at most this many days old. */
export const NEW_FOR_DAYS = 14;

interface Entry {
  paper: { dailyDate: Day };
  status?: Status | undefined;
  seen: boolean;
}

/**
 * `is:new`: not seen, and featured within the last 14 days. What an archive job brings is older and never new. What is
 * read or dismissed has been seen, whatever is stored: no transaction spans both databases, and a page may die between.
 */
export function isNew({ paper, status, seen }: Entry, today: Day): boolean {
  if (seen || status?.read?.value || status?.dismissed?.value) return false;
  return daysBetween(paper.dailyDate, today) <= NEW_FOR_DAYS;
}
