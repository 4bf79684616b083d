import type { JSX } from 'preact';
import { Button } from '../controls/Button';

export interface AskDeleteProps {
  /** How many papers go; absent while they are counted. */
  papers: number | undefined;
  /** The first day of which they stay, as it is shown. */
  first: string;
  onDelete(): void;
  onKeep(): void;
}

/** Asks, in the page, before papers go by a choice that was made: one is chosen at each key that is pressed. */
export function AskDelete({ papers, first, onDelete, onKeep }: AskDeleteProps): JSX.Element {
  if (papers === undefined) return <p role="status">Counting the older papers…</p>;
  return (
    <>
      <p role="status">
        {papers === 1 ? '1 paper' : `${papers.toLocaleString('en-US')} papers`} older than {first} will be deleted.
        Nothing is deleted before you say so.
      </p>
      <div class="confirm-ways is-start">
        <Button look="solid" onClick={onDelete}>
          {papers === 1 ? 'Delete it' : 'Delete them'}
        </Button>
        <Button onClick={onKeep}>Leave it as it was</Button>
      </div>
    </>
  );
}
