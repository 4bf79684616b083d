import './day-header.css';
import type { JSX } from 'preact';
import { IconButton } from '../controls/IconButton';
import { ChevronLeft, ChevronRight } from '../controls/icons';

export interface DayHeaderProps {
  /** "Friday, Nov 20". */
  heading: string;
  /** The bold part of the sentence below it, and the rest. */
  count: string;
  why: string;
  /** Absent where there is no day that way. */
  onEarlier?: (() => void) | undefined;
  onLater?: (() => void) | undefined;
}

/** The day in words, one sentence that sums it up, the way to the days around it. */
export function DayHeader({ heading, count, why, onEarlier, onLater }: DayHeaderProps): JSX.Element {
  return (
    <div class="day-header">
      <div class="day-title">
        <h1>{heading}</h1>
        <IconButton label="Earlier day" disabled={!onEarlier} onClick={() => onEarlier?.()}>
          <ChevronLeft />
        </IconButton>
        <IconButton label="Later day" disabled={!onLater} onClick={() => onLater?.()}>
          <ChevronRight />
        </IconButton>
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
