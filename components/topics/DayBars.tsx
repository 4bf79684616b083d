import './day-bars.css';
import '../paper/topic-dot.css';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isWeekend } from '@/lib/core/days/day';
import { formatDayHeading, formatPaperDate } from '@/lib/core/days/format';
import type { TopicColour } from '@/lib/core/topics/topic';
import { toMovedIndex } from '../controls/arrow-keys';
import { IconButton } from '../controls/IconButton';
import { ChevronLeft, ChevronRight } from '../controls/icons';

export interface DayBarsProps {
  /** Oldest first, today last. */
  perDay: readonly { day: string; hits: number }[];
  colour: TopicColour;
  /** The day whose hits are listed below. */
  chosen?: string | undefined;
  /** A bar was clicked; `undefined`: the chosen one, to go back. */
  onChoose(day: string | undefined): void;
}

/** Narrower, a finger could not tell the bars of a month apart. */
const NARROW = '(width < 360px)';
const NARROW_DAYS = 14;

/**
 * Hits a day as bars, each a button that tells its day and number on hover and focus. One stop for the Tab key: arrows
 * lead from bar to bar, Enter lists the day's hits. A press beside a bar means the nearest; below, two larger buttons
 * lead from day to day.
 */
export function DayBars({ perDay: all, colour, chosen, onChoose }: DayBarsProps): JSX.Element {
  const isNarrow = useIsNarrow();
  // The chosen day stays in sight, or there would be no bar to go back by.
  const from = isNarrow ? Math.min(all.length - NARROW_DAYS, indexOfDay(all, chosen) ?? all.length) : 0;
  const perDay = all.slice(Math.max(0, from));
  const [told, setTold] = useState<string>();
  const [reached, setReached] = useState<string>();
  const row = useRef<HTMLDivElement>(null);
  const most = Math.max(1, ...perDay.map(({ hits }) => hits));
  const today = perDay.at(-1)?.day ?? '';
  const first = perDay[0]?.day ?? today;
  const stop = [chosen, reached, today].find((day) => perDay.some((bar) => bar.day === day));
  const shown = perDay.find(({ day }) => day === (told ?? chosen));
  // Of all days: where fewer bars are drawn, these lead to the others.
  const at = indexOfDay(all, chosen) ?? all.length;
  const earlier = all.slice(0, at).findLast(({ hits }) => hits > 0)?.day;
  const later = all.slice(at + 1).find(({ hits }) => hits > 0)?.day;
  return (
    <figure class="day-bars">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the bars are the keyboard's, the gaps between them the finger's */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, and its legend would take a line */}
      <div
        ref={row}
        class={`day-bar-row topic-${colour}${chosen === undefined ? '' : ' has-chosen'}`}
        role="group"
        aria-label={toSummary(perDay, today)}
        onMouseLeave={() => setTold(undefined)}
        onClick={(event) => {
          if (event.target !== event.currentTarget) return;
          const day = perDay[findNearest(event.currentTarget, event.clientX)]?.day;
          if (day) onChoose(day === chosen ? undefined : day);
        }}
      >
        {perDay.map(({ day, hits }, index) => (
          <button
            key={day}
            type="button"
            class={hits === 0 ? 'day-bar is-rest' : 'day-bar'}
            aria-label={toWords(day, hits, today)}
            aria-pressed={day === chosen}
            tabIndex={day === stop ? 0 : -1}
            onClick={() => onChoose(day === chosen ? undefined : day)}
            onKeyDown={(event) => {
              const next = toMovedIndex(event.key, index, perDay.length);
              if (next === undefined) return;
              event.preventDefault();
              row.current?.querySelectorAll('button')[next]?.focus();
            }}
            onMouseEnter={() => setTold(day)}
            onFocus={() => {
              setTold(day);
              setReached(day);
            }}
            onBlur={() => setTold(undefined)}
          >
            <span style={hits === 0 ? undefined : { height: `${Math.max(6, (hits / most) * 100)}%` }} />
          </button>
        ))}
      </div>
      <figcaption>
        <IconButton label="Earlier day with hits" disabled={!earlier} onClick={() => onChoose(earlier)}>
          <ChevronLeft />
        </IconButton>
        <span aria-hidden="true">{formatPaperDate(first, today)}</span>
        <span class="day-bar-words" aria-hidden="true">
          {shown && toWords(shown.day, shown.hits, today)}
        </span>
        <span aria-hidden="true">today</span>
        <IconButton label="Later day with hits" disabled={!later} onClick={() => onChoose(later)}>
          <ChevronRight />
        </IconButton>
      </figcaption>
    </figure>
  );
}

function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const look = () => setNarrow(query.matches);
    look();
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return isNarrow;
}

function indexOfDay(perDay: DayBarsProps['perDay'], day: string | undefined): number | undefined {
  const index = perDay.findIndex((bar) => bar.day === day);
  return index < 0 ? undefined : index;
}

/** The bar whose middle is nearest to `x` in the window. */
function findNearest(row: Element, x: number): number {
  const distances = [...row.children].map((bar) => {
    const { left, width } = bar.getBoundingClientRect();
    return Math.abs(left + width / 2 - x);
  });
  return distances.indexOf(Math.min(...distances));
}

function toWords(day: string, hits: number, today: string): string {
  const rest = hits === 0 && isWeekend(day) ? ', the feed rests' : '';
  return `${formatDayHeading(day, today)}: ${hits === 1 ? '1 hit' : `${hits} hits`}${rest}`;
}

function toSummary(perDay: DayBarsProps['perDay'], today: string): string {
  const sum = perDay.reduce((total, { hits }) => total + hits, 0);
  if (sum === 0) return `No hits in the last ${perDay.length} days`;
  const busiest = perDay.reduce((best, next) => (next.hits > best.hits ? next : best));
  return `${sum === 1 ? '1 hit' : `${sum} hits`} in the last ${perDay.length} days, most on ${formatDayHeading(busiest.day, today)}: ${busiest.hits}`;
}
