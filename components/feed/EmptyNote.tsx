import './empty-note.css';
import type { JSX } from 'preact';
import type { EmptyAction, EmptyReason } from '@/lib/core/sync/empty-reasons';
import { Button } from '../controls/Button';

export interface EmptyNoteProps {
  reason: EmptyReason;
  /** Said at once, and not when there is time. */
  isAlert?: boolean;
  onAct(action: EmptyAction): void;
}

/** Why a list is empty and what can be done. Small where the papers of another day stand below it. */
export function EmptyNote({ reason, isAlert = false, onAct }: EmptyNoteProps): JSX.Element {
  const { title, detail, action, showing } = reason;
  return (
    <div class={showing ? 'empty is-above' : 'empty'} role={isAlert ? 'alert' : 'status'}>
      <p class="empty-title">{title}</p>
      {detail !== undefined && <p class="empty-detail">{detail}</p>}
      {action && <Button onClick={() => onAct(action)}>{action.label}</Button>}
    </div>
  );
}
