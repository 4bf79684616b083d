import './quiet-times.css';
import './setting-row.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { formatHour } from '@/lib/core/settings/setting-words';
import { HOURS } from '@/lib/core/settings/settings';

export interface QuietTimesProps {
  /** Full hours of the user's day, 0 to 23. */
  from: number;
  to: number;
  onFrom(hour: number): void;
  onTo(hour: number): void;
}

/** When alerts wait: two hours of the day, and what they mean. */
export function QuietTimes({ from, to, onFrom, onTo }: QuietTimesProps): JSX.Element {
  const id = useId();
  return (
    <fieldset class="quiet-times" aria-describedby={id}>
      <legend class="said">Quiet hours</legend>
      <Hour label="From" value={from} onChange={onFrom} />
      <Hour label="to" value={to} onChange={onTo} />
      <p class="explains" role="status" id={id}>
        {toMeaning(from, to)}
      </p>
    </fieldset>
  );
}

function Hour(props: { label: string; value: number; onChange(hour: number): void }): JSX.Element {
  const id = useId();
  return (
    <span>
      <label for={id}>{props.label}</label>{' '}
      <select
        id={id}
        class="field"
        value={String(props.value)}
        onChange={(event) => props.onChange(Number(event.currentTarget.value))}
      >
        {HOURS.map((hour) => (
          <option key={hour} value={String(hour)}>
            {formatHour(hour)}
          </option>
        ))}
      </select>
    </span>
  );
}

function toMeaning(from: number, to: number): string {
  if (from === to) return 'Both are the same, so there are no quiet hours.';
  if (from < to) return `Every day from ${formatHour(from)} to ${formatHour(to)}, by the clock of this computer.`;
  return `Every night from ${formatHour(from)} to ${formatHour(to)} of the next day, by the clock of this computer.`;
}
