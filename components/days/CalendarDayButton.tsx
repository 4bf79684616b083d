import type { JSX } from 'preact';
import type { Day } from '@/lib/core/days/day';
import type { DayLook } from '@/lib/core/sync/day-look';

/** How a day stands in the ledger. */
export interface CalendarDay {
  look: DayLook;
  papers: number;
  /** The day's name and state. */
  words: string;
}

export interface CalendarDayButtonProps {
  day: Day;
  facts: CalendarDay;
  isCurrent: boolean;
  isChosen: boolean;
  isToday: boolean;
  /** Before the feed began, or not there yet. */
  isOut: boolean;
  onChoose(day: Day): void;
  /** The pointer came to it. */
  onPoint(day: Day): void;
}

/** A day of the calendar: its number, and as a bar how many papers it has. */
export function CalendarDayButton(props: CalendarDayButtonProps): JSX.Element {
  const { day, facts, isCurrent, isChosen, isToday, isOut, onChoose, onPoint } = props;
  const width = facts.papers === 0 ? undefined : { width: `${Math.min(26, 6 + Math.round(facts.papers / 3))}px` };
  return (
    <button
      type="button"
      class={`calendar-day look-${facts.look}${isChosen ? ' is-chosen' : ''}`}
      aria-label={facts.words}
      aria-current={isToday ? 'date' : undefined}
      disabled={isOut}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => onChoose(day)}
      onMouseMove={({ movementX, movementY }) => {
        // A pointer at rest is told of too, when another month comes under it: that one was not meant.
        if (movementX !== 0 || movementY !== 0) onPoint(day);
      }}
    >
      {Number(day.slice(8))}
      <span class="calendar-bar" style={width} />
    </button>
  );
}
