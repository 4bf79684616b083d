import './day-bars.css';
import '../paper/topic-dot.css';
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { isWeekend } from '@/lib/core/days/day';
import { formatDayHeading, formatPaperDate } from '@/lib/core/days/format';
import type { TopicColour } from '@/lib/core/topics/topic';
import { toMovedIndex } from '../controls/arrow-keys';

export interface DayBarsProps {
  /** Oldest first, today last. */
  perDay: readonly { day: string; hits: number }[];
  colour: TopicColour;
  /** The day whose hits are listed below. */
  chosen?: string | undefined;
  /** A bar was clicked; `undefined`: the chosen one, to go back. */
  onChoose(day: string | undefined): void;
}

/**
 * Hits a day as bars, each a button that tells its day and number on hover and focus. One stop for the Tab key: arrows
 * lead from bar to bar, Enter lists the day's hits.
 */
export function DayBars({ perDay, colour, chosen, onChoose }: DayBarsProps): JSX.Element {
  const [told, setTold] = useState<string>();
  const [reached, setReached] = useState<string>();
  const row = useRef<HTMLDivElement>(null);
  const most = Math.max(1, ...perDay.map(({ hits }) => hits));
  const today = perDay.at(-1)?.day ?? '';
  const first = perDay[0]?.day ?? today;
  const stop = [chosen, reached, today].find((day) => perDay.some((bar) => bar.day === day));
  const shown = perDay.find(({ day }) => day === (told ?? chosen));
  return (
    <figure class="day-bars">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, and its legend would take a line */}
      <div
        ref={row}
        class={`day-bar-row topic-${colour}${chosen === undefined ? '' : ' has-chosen'}`}
        role="group"
        aria-label={toSummary(perDay, today)}
        onMouseLeave={() => setTold(undefined)}
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
      <figcaption aria-hidden="true">
        <span>{formatPaperDate(first, today)}</span>
        {shown && <span class="day-bar-words">{toWords(shown.day, shown.hits, today)}</span>}
        <span>today</span>
      </figcaption>
    </figure>
  );
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
