import './day-strip.css';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { DayLook } from '@/lib/core/sync/day-look';
import { toMovedIndex } from '../controls/arrow-keys';

export interface StripDay {
  day: Day;
  look: DayLook;
  papers: number;
  /** Papers that match a topic; 0 while they are not counted. */
  matches: number;
  /** The day's name and state. */
  words: string;
}

export interface DayStripProps {
  /** Oldest first. */
  days: readonly StripDay[];
  chosen: Day;
  onChoose(day: Day): void;
}

const BAR_PX = 23;
/** A day with one paper is still seen. */
const LEAST_PX = 3;

/** A bar per day: height its papers, red part the matches. Each is a button that says its state on hover and focus. */
export function DayStrip({ days, chosen, onChoose }: DayStripProps): JSX.Element {
  const [told, setTold] = useState<Day>();
  const buttons = useRef(new Map<Day, HTMLButtonElement>());
  const most = Math.max(1, ...days.map((day) => day.papers));
  const at = days.findIndex((day) => day.day === told);
  const current = days.some((day) => day.day === chosen) ? chosen : days.at(-1)?.day;

  const move = (event: KeyboardEvent, index: number) => {
    const day = days[toMovedIndex(event.key, index, days.length) ?? -1];
    if (!day) return;
    event.preventDefault();
    buttons.current.get(day.day)?.focus();
    onChoose(day.day);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, and its legend would take a line
    <div class="strip" role="group" aria-label="Days" onMouseLeave={() => setTold(undefined)}>
      {days.map((day, index) => (
        <button
          key={day.day}
          type="button"
          class={`strip-day look-${day.look}`}
          aria-label={day.words}
          aria-current={day.day === chosen ? 'date' : undefined}
          tabIndex={day.day === current ? 0 : -1}
          ref={(element) => {
            if (element) buttons.current.set(day.day, element);
            else buttons.current.delete(day.day);
          }}
          onClick={() => onChoose(day.day)}
          onKeyDown={(event) => move(event, index)}
          onMouseEnter={() => setTold(day.day)}
          onFocus={(event) => {
            if (event.currentTarget.matches(':focus-visible')) setTold(day.day);
          }}
          onBlur={() => setTold(undefined)}
        >
          <Bar day={day} most={most} />
          {Number(day.day.slice(8))}
        </button>
      ))}
      {at >= 0 && <Told words={days[at]?.words ?? ''} share={(at + 0.5) / days.length} />}
    </div>
  );
}

function Bar({ day, most }: { day: StripDay; most: number }): JSX.Element {
  const height = day.papers === 0 ? 0 : Math.max(LEAST_PX, Math.round((day.papers / most) * BAR_PX));
  const red = day.papers === 0 ? 0 : Math.round((Math.min(day.matches, day.papers) / day.papers) * height);
  return (
    <span class="strip-bar" style={height === 0 ? undefined : { height: `${height}px` }}>
      {day.matches > 0 && <span class="strip-matches" style={{ height: `${Math.max(2, red)}px` }} />}
    </span>
  );
}

/** The words of a day, under the strip and over the tabs: nothing moves for them. Kept inside the window. */
function Told({ words, share }: { words: string; share: number }): JSX.Element {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = box.current;
    const strip = element?.parentElement;
    if (!element || !strip) return;
    const room = strip.clientWidth - element.offsetWidth;
    element.style.left = `${Math.max(0, Math.min(room, share * strip.clientWidth - element.offsetWidth / 2))}px`;
  });
  return (
    <span ref={box} class="strip-told" aria-hidden="true">
      {words}
    </span>
  );
}
