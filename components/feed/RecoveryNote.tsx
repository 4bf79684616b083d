import './empty-note.css';
import './recovery-note.css';
import type { JSX } from 'preact';
import type { RecoveryWords, Remedy } from '@/lib/core/copy/recovery';
import { Button } from '../controls/Button';

export interface RecoveryNoteProps {
  words: RecoveryWords;
  /** What is being done. */
  busy: boolean;
  /** Why it could not be done. */
  problem: string | undefined;
  onRemedy(remedy: Remedy): void;
}

/** What happened to the databases, and the ways out. */
export function RecoveryNote({ words, busy, problem, onRemedy }: RecoveryNoteProps): JSX.Element {
  return (
    <div class="empty is-recovery" role="alert">
      <p class="empty-title">{words.title}</p>
      <p class="empty-detail">{words.detail}</p>
      {problem !== undefined && <p class="recovery-problem">{problem}</p>}
      <div class="recovery-ways">
        {words.remedies.map(({ remedy, label }, i) => (
          // Not disabled while it works: that would take the focus away.
          <Button key={remedy} look={i === 0 ? 'solid' : 'plain'} onClick={() => !busy && onRemedy(remedy)}>
            {busy && i === 0 ? 'A moment…' : label}
          </Button>
        ))}
      </div>
    </div>
  );
}
