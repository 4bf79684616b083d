import './day-bars.css';
import '../paper/topic-dot.css';
import type { JSX } from 'preact';
import { isWeekend } from '@/lib/core/days/day';
import { formatDayHeading, formatPaperDate } from '@/lib/core/days/format';
import type { TopicColour } from '@/lib/core/topics/topic';

export interface DayBarsProps {
  /** Oldest first, today last. */
  perDay: readonly { day: string; hits: number }[];
  colour: TopicColour;
}

/** A day is 20 units wide, of which 3 are the gap; the drawing stretches to the room it has. */
const STEP = 20;
const GAP = 3;
const HEIGHT = 64;
/** The line of a day without hits. */
const REST = 2;

/** Hits a day as bars. Each bar tells its day and number on hover; a reader hears the sum and the busiest day. */
export function DayBars({ perDay, colour }: DayBarsProps): JSX.Element {
  const most = Math.max(1, ...perDay.map(({ hits }) => hits));
  const today = perDay.at(-1)?.day ?? '';
  const first = perDay[0]?.day ?? today;
  return (
    <figure class="day-bars">
      <svg
        class={`topic-${colour}`}
        viewBox={`0 0 ${perDay.length * STEP - GAP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={toSummary(perDay, today)}
      >
        {perDay.map(({ day, hits }, i) => {
          const height = hits === 0 ? REST : Math.max(REST * 2, (hits / most) * HEIGHT);
          return (
            <g key={day}>
              <title>{toWords(day, hits, today)}</title>
              <rect class="day-bar-room" x={i * STEP} width={STEP} height={HEIGHT} />
              <rect
                class={hits === 0 ? 'day-bar is-rest' : 'day-bar'}
                x={i * STEP}
                y={HEIGHT - height}
                width={STEP - GAP}
                height={height}
              />
            </g>
          );
        })}
      </svg>
      <figcaption aria-hidden="true">
        <span>{formatPaperDate(first, today)}</span>
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
