import { addDays, type Day } from './day';

/** Days the strip of the popup shows at once: today and the two weeks in which a paper can be new. */
export const STRIP_DAYS = 15;

/** The days of the strip that ends with `last`, oldest first. */
export function toStripDays(last: Day): Day[] {
  return Array.from({ length: STRIP_DAYS }, (_, i) => addDays(last, i + 1 - STRIP_DAYS));
}
