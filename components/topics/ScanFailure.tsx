import './scan-failure.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';

export interface ScanFailureProps {
  /** What the browser or the thread that searches said. */
  detail: string;
  onRetry(): void;
}

/** In the place of numbers that can't be had: why, and the way to have them after all. */
export function ScanFailure({ detail, onRetry }: ScanFailureProps): JSX.Element {
  return (
    <div class="scan-failure" role="alert">
      <p>The stored papers could not be searched, so nothing is counted here. ({detail})</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
