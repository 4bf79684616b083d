import './counted.css';
import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../controls/Button';
import { useHeir } from '../controls/use-heir';

export interface CountedProps {
  /** What the numbers tell of: it is spoken when they come after all. */
  label: string;
  /** Why they can't be had: what the browser or the thread that searches said. */
  failure: string | undefined;
  /** An alert beside it says why, and has these numbers counted too. */
  isTold?: boolean;
  onRetry(): void;
  /** The numbers, or what can be shown without them. */
  children?: ComponentChildren;
}

/** Numbers over the stored papers; where they can't be had why, and the way to have them after all. */
export function Counted({ label, failure, isTold = false, onRetry, children }: CountedProps): JSX.Element {
  const heir = useHeir<HTMLDivElement>(failure !== undefined && !isTold);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div class="counted" role="group" aria-label={label} ref={heir}>
      {failure !== undefined && isTold && <p class="explains">Not counted.</p>}
      {failure !== undefined && !isTold && (
        <div class="scan-failure" role="alert">
          <p>The stored papers could not be searched, so nothing is counted here. ({failure})</p>
          <Button onClick={onRetry}>Try again</Button>
        </div>
      )}
      {children}
    </div>
  );
}
