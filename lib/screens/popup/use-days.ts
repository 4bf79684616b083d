import { useState } from 'preact/hooks';
import { addDays, type Day, daysBetween } from '@/lib/core/days/day';
import { STRIP_DAYS } from '@/lib/core/days/strip';
import type { Start } from '@/lib/ui/start';
import { useNewestDay, useOldestDay } from '@/lib/ui/use-feed';

export interface Days {
  /** The day that is looked at. */
  day: Day;
  /** The newest day with papers. */
  newest: Day | undefined;
  /** The last day of the strip in which `day` stands. */
  stripEnd: Day;
  earlier: Day | undefined;
  later: Day | undefined;
  choose(day: Day): void;
  /** From now on the newest day again, if that is what is looked at. */
  follow(): void;
}

/**
 * Which day is looked at: the newest with papers at opening, then what the user chooses. A newer day that arrives
 * while the list is read does not take it away; the refresh button asks for it.
 */
export function useDays(start: Start, today: Day): Days {
  const newest = useNewestDay(start, today).value;
  const oldest = useOldestDay().value;
  const [chosen, setChosen] = useState<Day | undefined>(start.newest);
  const day = chosen ?? newest ?? today;
  const before = addDays(day, -1);
  const pages = Math.floor(Math.max(0, daysBetween(day, today)) / STRIP_DAYS);
  return {
    day,
    newest,
    stripEnd: addDays(today, -pages * STRIP_DAYS),
    earlier: oldest !== undefined && before >= oldest ? before : undefined,
    later: day < today ? addDays(day, 1) : undefined,
    choose: setChosen,
    follow: () => {
      if (day === newest) setChosen(undefined);
    },
  };
}
