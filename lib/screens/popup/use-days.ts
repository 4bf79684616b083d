import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addDays, type Day, daysBetween } from '@/lib/core/days/day';
import { STRIP_DAYS } from '@/lib/core/days/strip';
import type { Start } from '@/lib/ui/start';
import { useNewestDay, useOldestDay } from '@/lib/ui/use-feed';

export interface Days {
  /** The day that is looked at. */
  day: Day;
  /** The newest day with papers. */
  newest: Day | undefined;
  /** A newer day whose papers came while this one was looked at. */
  arrived: Day | undefined;
  /** The last day of the strip in which `day` stands. */
  stripEnd: Day;
  earlier: Day | undefined;
  later: Day | undefined;
  choose(day: Day): void;
  /** The newest day now, and the next one that comes, unless the user chose another day. */
  follow(): void;
  /** Something of the day is being read: an earlier `follow` is over. */
  stay(): void;
}

interface Place {
  day: Day | undefined;
  /** The newest day when it was last looked at: only what is newer has arrived. */
  known: Day | undefined;
  /** The user asked for `day`: no arrival takes it away. */
  chosen: boolean;
}

/**
 * Which day is looked at: the newest with papers at opening, then what the user chooses. A newer day that arrives is
 * shown by itself only where `isUntouched` and no other day was chosen; else it waits as `arrived`.
 */
export function useDays(start: Start, today: Day, isUntouched: () => boolean): Days {
  const newest = useNewestDay(start, today).value;
  const oldest = useOldestDay(start).value;
  const [place, setPlace] = useState<Place>({
    day: start.day,
    known: start.newest,
    chosen: start.day !== start.newest,
  });
  const awaited = useRef(false);
  const show = (next: Day) => {
    awaited.current = false;
    setPlace({ day: next, known: next, chosen: false });
  };
  // Before the paint: in an effect after it, the line about the arrival would flash up and go.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, at the arrival
  useLayoutEffect(() => {
    if (newest === undefined || place.chosen || newest === place.day) return;
    if (place.day === undefined || (newest > place.day && (awaited.current || isUntouched()))) show(newest);
  }, [newest]);

  const day = place.day ?? newest ?? today;
  const before = addDays(day, -1);
  const pages = Math.floor(Math.max(0, daysBetween(day, today)) / STRIP_DAYS);
  const isArrival = newest !== undefined && newest !== day && (place.known === undefined || newest > place.known);
  return {
    day,
    newest,
    arrived: isArrival ? newest : undefined,
    stripEnd: addDays(today, -pages * STRIP_DAYS),
    earlier: oldest !== undefined && before >= oldest ? before : undefined,
    later: day < today ? addDays(day, 1) : undefined,
    choose: (next) => (next === newest ? show(next) : setPlace({ ...place, day: next, chosen: true })),
    follow: () => {
      if (place.chosen) return;
      if (newest !== undefined) show(newest);
      awaited.current = true;
    },
    stay: () => {
      awaited.current = false;
    },
  };
}
