import './empty-note.css';
import type { JSX } from 'preact';
import type { EmptyAction, EmptyReason } from '@/lib/core/sync/empty-reasons';
import { Button } from '../controls/Button';

export interface EmptyNoteProps {
  reason: EmptyReason;
  onAct(action: EmptyAction): void;
}

/** Why a list is empty and what can be done. Small where the papers of another day stand below it. */
export function EmptyNote({ reason, onAct }: EmptyNoteProps): JSX.Element {
  const { title, detail, action, showing } = reason;
  return (
    <div class={showing ? 'empty is-above' : 'empty'} role="status">
      <p class="empty-title">{title}</p>
      {detail !== undefined && <p class="empty-detail">{detail}</p>}
      {action && <Button onClick={() => onAct(action)}>{action.label}</Button>}
    </div>
  );
}
