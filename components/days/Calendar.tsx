import './calendar.css';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { addDays, type Day, toWeekday } from '@/lib/core/days/day';
import { addMonths, formatMonth, moveMonths, toMonth, toWeeks } from '@/lib/core/days/month';
import type { DayLook } from '@/lib/core/sync/day-look';
import { Dialog } from '../controls/Dialog';
import { IconButton } from '../controls/IconButton';
import { ChevronLeft, ChevronRight } from '../controls/icons';

/** How a day stands in the ledger. */
export interface CalendarDay {
  look: DayLook;
  papers: number;
  /** The day's name and state. */
  words: string;
}

export interface CalendarProps {
  month: string;
  chosen: Day;
  today: Day;
  /** The first day that can be chosen. */
  first: Day;
  toDay(day: Day): CalendarDay;
  onMonth(month: string): void;
  onChoose(day: Day): void;
  onClose(): void;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A month of days to choose from, each with how it stands in the ledger. Moved in by the keys of a date grid. */
export function Calendar(props: CalendarProps): JSX.Element {
  const { month, chosen, today, first, toDay, onMonth, onChoose, onClose } = props;
  const [current, setCurrent] = useState(chosen);
  const grid = useRef<HTMLTableElement>(null);
  const isMoved = useRef(true);
  const told = toDay(current);
  const clamp = (day: Day) => (day < first ? first : day > today ? today : day);
  const goTo = (day: Day, andFocus: boolean) => {
    const to = clamp(day);
    isMoved.current = andFocus;
    setCurrent(to);
    if (toMonth(to) !== month) onMonth(toMonth(to));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move by key, and at opening
  useEffect(() => {
    if (isMoved.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [current, month]);

  const move = (event: KeyboardEvent) => {
    const day = toMovedDay(event, current);
    if (day === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(day, true);
  };
  const turn = (count: number) => () => goTo(moveMonths(current, count), false);

  return (
    <Dialog title="Choose a day" isTitleHidden onClose={onClose}>
      <div class="calendar-head">
        <h3 aria-live="polite">{formatMonth(month)}</h3>
        <IconButton label="Earlier month" disabled={month <= toMonth(first)} onClick={turn(-1)}>
          <ChevronLeft />
        </IconButton>
        <IconButton label="Later month" disabled={addMonths(month, 1) > toMonth(today)} onClick={turn(1)}>
          <ChevronRight />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of a date picker */}
      <table ref={grid} class="calendar" role="grid" aria-label={formatMonth(month)} onKeyDown={move}>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" abbr={name}>
                {name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {toWeeks(month).map((week) => (
            <tr key={week.find((day) => day !== undefined)}>
              {week.map((day, index) => (
                // A cell of a grid can be selected; spread, since the linter takes it for one of a plain table.
                <td key={day ?? WEEKDAYS[index]} {...(day === undefined ? {} : { 'aria-selected': day === chosen })}>
                  {day !== undefined && (
                    <DayButton
                      day={day}
                      facts={toDay(day)}
                      isCurrent={day === current}
                      isChosen={day === chosen}
                      isToday={day === today}
                      isOut={day < first || day > today}
                      onChoose={onChoose}
                      onTell={setCurrent}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="calendar-told">{told.words}</p>
    </Dialog>
  );
}

interface DayButtonProps {
  day: Day;
  facts: CalendarDay;
  isCurrent: boolean;
  isChosen: boolean;
  isToday: boolean;
  /** Before the feed began, or not there yet. */
  isOut: boolean;
  onChoose(day: Day): void;
  onTell(day: Day): void;
}

function DayButton({ day, facts, isCurrent, isChosen, isToday, isOut, onChoose, onTell }: DayButtonProps): JSX.Element {
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
      onMouseEnter={() => onTell(day)}
    >
      {Number(day.slice(8))}
      <span class="calendar-bar" style={width} />
    </button>
  );
}

/** Where a key of the date grid leads from `day`. */
function toMovedDay({ key, shiftKey }: KeyboardEvent, day: Day): Day | undefined {
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
