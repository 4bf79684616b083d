import { type Day, daysBetween } from '../days/day';

/** A paper can be new while its newest listing is at most this many days old. */
export const NEW_FOR_DAYS = 14;

/** `is:new`: not seen, and featured within the last 14 days. What an archive job brings is older and never new. */
export function isNew(entry: { paper: { dailyDate: Day }; seen: boolean }, today: Day): boolean {
  return !entry.seen && daysBetween(entry.paper.dailyDate, today) <= NEW_FOR_DAYS;
}
