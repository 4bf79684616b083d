import './feed-line.css';
import type { JSX } from 'preact';
import type { FeedNote } from '@/lib/core/sync/feed-words';
import { Button } from '../controls/Button';
import { useHeir } from '../controls/use-heir';

export interface FeedLineProps {
  note: FeedNote;
  /** Days done of the days planned, while the feed is being read. */
  progress: { done: number; planned: number } | undefined;
  /** The user was asked for the permission and said no. */
  refused: boolean;
  onGrant(): void;
  /** Absent where trying again is of no use. */
  onRetry: (() => void) | undefined;
}

/** How the reading goes, with a bar while it does; what is in its way, and the button that helps. */
export function FeedLine({ note, progress, refused, onGrant, onRetry }: FeedLineProps): JSX.Element {
  const heir = useHeir<HTMLParagraphElement>(note.action === 'grant' || onRetry !== undefined);
  return (
    <div class="feed-line">
      <p class={note.tone === 'wrong' ? 'is-wrong' : undefined} ref={heir}>
        {note.text}
      </p>
      {progress && progress.planned > 1 && (
        <progress max={progress.planned} value={progress.done} aria-label="Days read" />
      )}
      {note.advice !== undefined && <p class="feed-line-advice">{note.advice}</p>}
      {note.action === 'grant' ? (
        <Button look="solid" onClick={onGrant}>
          Allow reading huggingface.co
        </Button>
      ) : (
        onRetry && <Button onClick={onRetry}>Try again now</Button>
      )}
      <p role="status">{refused ? 'The browser did not grant it. You can ask again.' : ''}</p>
    </div>
  );
}
