import './done-bar.css';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../controls/Button';
import { IconButton } from '../controls/IconButton';
import { Cross } from '../controls/tool-icons';

export interface DoneBarProps {
  /** Another number for each message: the same words twice are two messages. */
  id: number;
  /** What was done: "Starred “Patient Planners”." */
  words: string;
  /** What the browser did not let be copied: selected, to be copied by hand. */
  text?: string | undefined;
  /** Absent where there is nothing to take back. */
  onUndo?: (() => void) | undefined;
  onClose(): void;
}

/** Long enough to read a line and reach the button. The key `z` takes back afterwards too. */
const STAYS_MS = 8_000;

/** Says what was done and takes it back. Leaves by itself, but not from under a pointer or the focus. */
export function DoneBar({ id, words, text, onUndo, onClose }: DoneBarProps): JSX.Element {
  const bar = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each message has its own time
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const leave = () => {
      // `:hover` and not an event: a bar that appears under a resting pointer hears of no entering.
      if (bar.current?.matches(':hover, :focus-within')) wait();
      else close.current();
    };
    const wait = () => {
      timer = setTimeout(leave, STAYS_MS);
    };
    wait();
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div class="done-bar" ref={bar} tabIndex={-1}>
      <p dir="auto">{words}</p>
      {text !== undefined && (
        <textarea aria-label="To be copied" readOnly rows={3} value={text} ref={(field) => field?.select()} />
      )}
      {onUndo && (
        <Button
          look="plain"
          keys="z"
          onClick={() => {
            // The message that follows has no button: without this the focus would be nowhere.
            bar.current?.focus();
            onUndo();
          }}
        >
          Undo
        </Button>
      )}
      <IconButton label="Close this message" onClick={onClose}>
        <Cross />
      </IconButton>
    </div>
  );
}
