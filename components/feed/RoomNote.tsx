import './room-note.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';

/** What went of the papers, calmly, and where more stands. `words` in a sentence. */
export function RoomNote({ words, onClose }: { words: string; onClose(): void }): JSX.Element {
  return (
    <div class="room-note" role="status">
      <p>
        {words}{' '}
        <a href="/options.html#data" target="_blank" rel="noreferrer">
          Data in the options
        </a>
      </p>
      <Button look="plain" onClick={onClose}>
        OK
      </Button>
    </div>
  );
}
