import './feed-status.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';

export interface FeedStatusProps {
  /** One sentence: how the feed is. */
  sentence: string;
  /** What went wrong and what to do about it. */
  failure?: { title: string; advice: string } | undefined;
  /** "Nov 23, 14:05" or why there is none. */
  facts: readonly { name: string; words: string }[];
  /** A reading is under way: the button says so. */
  busy: boolean;
  /** What became of the last click. */
  answer?: string | undefined;
  onReadNow(): void;
}

/** When the feed was read, when it is due, and the button that reads it now. */
export function FeedStatus({ sentence, failure, facts, busy, answer, onReadNow }: FeedStatusProps): JSX.Element {
  return (
    <div class="feed-status">
      <p>{sentence}</p>
      {failure && (
        <p class="feed-failure">
          <strong>{failure.title}</strong> {failure.advice}
        </p>
      )}
      <dl>
        {facts.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div class="feed-ask">
        <Button onClick={onReadNow} disabled={busy}>
          {busy ? 'Reading…' : 'Read again now'}
        </Button>
        <p role="status">{answer}</p>
      </div>
    </div>
  );
}
