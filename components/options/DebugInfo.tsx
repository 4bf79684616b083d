import './debug-info.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';

export interface DebugInfoProps {
  text: string;
  /** The user's topics are in it. */
  withInterests: boolean;
  /** What became of the last click. */
  said: string;
  onInterests(value: boolean): void;
  onCopy(): void;
}

/** What can be copied for a report, to be read before. */
export function DebugInfo({ text, withInterests, said, onInterests, onCopy }: DebugInfoProps): JSX.Element {
  return (
    <div class="debug-info">
      <label class="debug-tick">
        <input type="checkbox" checked={withInterests} onChange={(event) => onInterests(event.currentTarget.checked)} />
        Also my topics and reading interests
      </label>
      <details>
        <summary>Read it before it is copied</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key. */}
        <pre tabIndex={0}>{text}</pre>
      </details>
      <div class="debug-ways">
        <Button onClick={onCopy}>Copy debug information</Button>
        <p role="status">{said}</p>
      </div>
    </div>
  );
}
