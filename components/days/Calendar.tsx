import './calendar.css';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import { addMonths, formatMonth, moveMonths, toMonth, toWeeks } from '@/lib/core/days/month';
import { Dialog } from '../controls/Dialog';
import { IconButton } from '../controls/IconButton';
import { ChevronLeft, ChevronRight } from '../controls/icons';
import { ChevronsLeft, ChevronsRight } from '../controls/tool-icons';
import { type CalendarDay, CalendarDayButton } from './CalendarDayButton';
import { toMovedDay } from './calendar-keys';

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
  /** Told instead while the pointer is on it: the keys stay where they are. */
  const [pointed, setPointed] = useState<Day>();
  const grid = useRef<HTMLTableElement>(null);
  const isMoved = useRef(true);
  const told = toDay(pointed ?? current);
  const clamp = (day: Day) => (day < first ? first : day > today ? today : day);
  const goTo = (day: Day, andFocus: boolean) => {
    const to = clamp(day);
    isMoved.current = andFocus;
    setPointed(undefined);
    setCurrent(to);
    if (toMonth(to) !== month) onMonth(toMonth(to));
  };
  // Before the paint: a second key in the same frame must not find the focus on the day before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move by key, and at opening
  useLayoutEffect(() => {
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
        <div class="calendar-ways">
          <IconButton label="Earlier year" disabled={month <= toMonth(first)} onClick={turn(-12)}>
            <ChevronsLeft />
          </IconButton>
          <IconButton label="Earlier month" disabled={month <= toMonth(first)} onClick={turn(-1)}>
            <ChevronLeft />
          </IconButton>
          <IconButton label="Later month" disabled={addMonths(month, 1) > toMonth(today)} onClick={turn(1)}>
            <ChevronRight />
          </IconButton>
          <IconButton label="Later year" disabled={addMonths(month, 1) > toMonth(today)} onClick={turn(12)}>
            <ChevronsRight />
          </IconButton>
        </div>
      </div>
      <table
        ref={grid}
        class="calendar"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of a date picker
        role="grid"
        aria-label={formatMonth(month)}
        onKeyDown={move}
        onMouseLeave={() => setPointed(undefined)}
      >
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
                    <CalendarDayButton
                      day={day}
                      facts={toDay(day)}
                      isCurrent={day === current}
                      isChosen={day === chosen}
                      isToday={day === today}
                      isOut={day < first || day > today}
                      onChoose={onChoose}
                      onPoint={setPointed}
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
