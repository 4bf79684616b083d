import { type Day, isDay } from '../days/day';

/** The first day the feed has a list for (SOURCES). */
export const FIRST_DAY: Day = '2023-05-04';

/** True for a day whose list can be asked for. */
export function isPickable(day: Day, today: Day): boolean {
  return isDay(day) && day >= FIRST_DAY && day <= today;
}
