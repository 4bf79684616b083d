import './last-change.css';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../controls/Button';

export interface LastChangeProps {
  /** What was done last, in a sentence; absent when there is nothing to take back. */
  words: string | undefined;
  /** What the last undo did, until something else happens. */
  said: string;
  /** It is being taken back. */
  busy: boolean;
  onUndo(): void;
}

/** The last thing that was changed here, and the way back, however long ago it was. */
export function LastChange({ words, said, busy, onUndo }: LastChangeProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const wasThere = useRef(false);
  useEffect(() => {
    // The button that took the last change back has gone with it, and the focus with the button.
    if (wasThere.current && words === undefined && document.activeElement === document.body) box.current?.focus();
    wasThere.current = words !== undefined;
  }, [words]);
  return (
    <div class="last-change" ref={box} tabIndex={-1}>
      <p role="status">{busy ? 'Taking back…' : said}</p>
      {words !== undefined && (
        <p>
          Last change: {words}{' '}
          <Button look="plain" disabled={busy} onClick={onUndo} label={`Undo: ${words}`}>
            Undo
          </Button>
        </p>
      )}
    </div>
  );
}
