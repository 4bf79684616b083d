import { type Day, isDay } from '../days/day';
import { formatPaperDate } from '../days/format';
import { FIRST_DAY } from './picked-day';

/** Why `day` can't be picked, as a sentence. Apart from the rule: the background need not carry the words. */
export function toPickProblem(day: Day, today: Day): string {
  if (!isDay(day)) return 'That is not a day of the calendar.';
  if (day > today) return `${formatPaperDate(day, today)} has not come yet.`;
  return `The feed begins on ${formatPaperDate(FIRST_DAY, today)}.`;
}
