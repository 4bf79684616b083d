import './badge-sum.css';
import type { JSX } from 'preact';

export interface AlertBarProps {
  /** How many papers are listed: not always as many as the alert told of. */
  count: number;
  onShowAll(): void;
}

/** Above the list of New while it holds the papers of an alert alone. */
export function AlertBar({ count, onShowAll }: AlertBarProps): JSX.Element {
  return (
    <div class="badge-sum">
      <div class="sum-row is-short">
        <span>
          <b>{count}</b> {count === 1 ? 'paper' : 'papers'} that came with the alert
        </span>{' '}
        <button type="button" class="sum-button sum-all" onClick={onShowAll}>
          Show all of New
        </button>
      </div>
    </div>
  );
}
