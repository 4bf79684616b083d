import { addDays, type Day, toWeekday } from '@/lib/core/days/day';
import { moveMonths } from '@/lib/core/days/month';

/** Where a key of the date grid leads from `day`. */
export function toMovedDay({ key, shiftKey }: KeyboardEvent, day: Day): Day | undefined {
  const fromMonday = (toWeekday(day) + 6) % 7;
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -fromMonday);
    case 'End':
      return addDays(day, 6 - fromMonday);
    case 'PageUp':
      return moveMonths(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return moveMonths(day, shiftKey ? 12 : 1);
    default:
      return undefined;
  }
}
