import './day-header.css';
import type { JSX } from 'preact';
import { IconButton } from '../controls/IconButton';
import { CaretDown, ChevronLeft, ChevronRight, Search } from '../controls/icons';
import { toTooltip, useNamedKey } from '../controls/letter-keys';

export interface DayHeaderProps {
  /** "Friday, Nov 20". */
  heading: string;
  /** The bold part of the sentence below it, and the rest. */
  count: string;
  why: string;
  /** Absent where there is no day that way. */
  onEarlier?: (() => void) | undefined;
  onLater?: (() => void) | undefined;
  onCalendar(): void;
  onSearch(): void;
}

/** The day in words, one sentence that sums it up, the way to the days around it. */
export function DayHeader({
  heading,
  count,
  why,
  onEarlier,
  onLater,
  onCalendar,
  onSearch,
}: DayHeaderProps): JSX.Element {
  const calendarKey = useNamedKey('c');
  return (
    <div class="day-header">
      <div class="day-title">
        <h1>
          <button
            type="button"
            class="day-button"
            title={toTooltip('Choose another day', calendarKey)}
            aria-haspopup="dialog"
            aria-keyshortcuts={calendarKey}
            onClick={onCalendar}
          >
            {heading}
            <CaretDown />
          </button>
        </h1>
        <div class="day-ways">
          <IconButton label="Earlier day" keys="ArrowLeft" disabled={!onEarlier} onClick={() => onEarlier?.()}>
            <ChevronLeft />
          </IconButton>
          <IconButton label="Later day" keys="ArrowRight" disabled={!onLater} onClick={() => onLater?.()}>
            <ChevronRight />
          </IconButton>
          <IconButton label="Search" keys="/" onClick={onSearch}>
            <Search />
          </IconButton>
        </div>
      </div>
      <p class={count === '' ? 'day-summary is-why' : 'day-summary'}>
        {count !== '' && <b>{count}</b>}
        {count !== '' && why !== '' && ' · '}
        {count === '' ? why.charAt(0).toUpperCase() + why.slice(1) : why}
        {/* Keeps the line's height while it has no words. */}
        {'\u200b'}
      </p>
    </div>
  );
}
