import './undo-bar.css';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button';

export interface UndoBarProps {
  /** What was done, e.g. "Topic Agents deleted.". */
  words: string;
  /** It is being taken back: of a large restore for many seconds. */
  busy?: boolean;
  onUndo(): void;
  onClose(): void;
}

/**
 * Says what was done and takes it back. Stays until it is used or closed: a bar that leaves by itself is gone before
 * slow hands reach it. Takes the focus, which the deleted row has just lost.
 */
export function UndoBar({ words, busy = false, onUndo, onClose }: UndoBarProps): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second deletion must bring the focus here again.
  useLayoutEffect(() => bar.current?.querySelector('button')?.focus(), [words]);
  return (
    <div class="undo-bar" ref={bar}>
      <p role="status">{busy ? 'Taking back…' : words}</p>
      <Button look="plain" disabled={busy} onClick={onUndo}>
        Undo
      </Button>
      <Button look="plain" disabled={busy} onClick={onClose} label="Close this message">
        Close
      </Button>
    </div>
  );
}
