import './feed-footer.css';
import type { JSX } from 'preact';
import type { FeedNote } from '@/lib/core/sync/feed-words';
import { Button } from '../controls/Button';
import { IconButton } from '../controls/IconButton';
import { Gear, Refresh } from '../controls/icons';

export interface FeedFooterProps {
  note: FeedNote;
  onRefresh(): void;
  onOptions(): void;
  onGrant(): void;
}

/** The state of the feed in words, the refresh button, the way to the options. */
export function FeedFooter({ note, onRefresh, onOptions, onGrant }: FeedFooterProps): JSX.Element {
  const busy = note.tone === 'busy';
  return (
    <footer class="feed-footer">
      <p class={`feed-words tone-${note.tone}`} title={note.advice}>
        {note.text}
        {note.advice !== undefined && <span class="said"> {note.advice}</span>}
      </p>
      {/* Said when something begins, ends or fails; not at every minute that passes. */}
      <span class="said" role="status">
        {note.tone === 'calm' ? '' : note.text}
      </span>
      {note.action === 'grant' && (
        <Button look="solid" onClick={onGrant}>
          Allow
        </Button>
      )}
      <IconButton
        label={busy ? 'Reading the feed' : 'Read the feed now'}
        busy={busy}
        disabled={busy}
        onClick={onRefresh}
      >
        <Refresh />
      </IconButton>
      <IconButton label="Options" onClick={onOptions}>
        <Gear />
      </IconButton>
    </footer>
  );
}
