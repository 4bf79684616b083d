import './copy-note.css';
import type { JSX } from 'preact';
import type { CopyNotice } from '@/lib/core/copy/copy-words';
import { Button } from '../controls/Button';

export interface CopyNoteProps {
  notice: CopyNotice;
  onClose(): void;
}

/** What became of what the user made. Stands above everything else until it is closed: a page may be gone unread. */
export function CopyNote({ notice, onClose }: CopyNoteProps): JSX.Element {
  const { title, detail, close } = notice;
  return (
    <div class="copy-note" role="alert">
      <p class="copy-note-title">{title}</p>
      <p>{detail}</p>
      <Button onClick={onClose}>{close}</Button>
    </div>
  );
}
