import './undo-bar.css';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './Button';

export interface UndoBarProps {
  /** What was done, e.g. "Topic Agents deleted.". */
  words: string;
  onUndo(): void;
  onClose(): void;
}

/**
 * Says what was done and takes it back. Stays until it is used or closed: a bar that leaves by itself is gone before
 * slow hands reach it. Takes the focus, which the deleted row has just lost.
 */
export function UndoBar({ words, onUndo, onClose }: UndoBarProps): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second deletion must bring the focus here again.
  useLayoutEffect(() => bar.current?.querySelector('button')?.focus(), [words]);
  return (
    <div class="undo-bar" ref={bar}>
      <p role="status">{words}</p>
      <Button look="plain" onClick={onUndo}>
        Undo
      </Button>
      <Button look="plain" onClick={onClose} label="Close this message">
        Close
      </Button>
    </div>
  );
}
