import './feed-status.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';
import { useHeir } from '../controls/use-heir';

export interface FeedStatusProps {
  /** One sentence: how the feed is. */
  sentence: string;
  /** Drawn in the accent colour. */
  isWrong: boolean;
  /** What it means and what helps. */
  advice?: string | undefined;
  /** The host may not be asked: a button asks the user for it. */
  onGrant?: (() => void) | undefined;
  /** "Nov 23, 14:05" or why there is none. */
  facts: readonly { name: string; words: string }[];
  /** A reading is under way: the button says so. */
  busy: boolean;
  /** What became of the last click. */
  answer?: string | undefined;
  onReadNow(): void;
}

/** When the feed was read, when it is due, and the button that reads it now. */
export function FeedStatus(props: FeedStatusProps): JSX.Element {
  const { sentence, isWrong, advice, onGrant, facts, busy, answer, onReadNow } = props;
  const heir = useHeir<HTMLParagraphElement>(onGrant !== undefined);
  return (
    <div class="feed-status">
      <p class={isWrong ? 'feed-sentence is-wrong' : 'feed-sentence'} ref={heir}>
        {sentence}
      </p>
      {advice && <p class="feed-advice">{advice}</p>}
      <dl>
        {facts.map(({ name, words }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div class="feed-ask">
        {onGrant && (
          <Button look="solid" onClick={onGrant}>
            Grant access
          </Button>
        )}
        <Button onClick={onReadNow} disabled={busy}>
          {busy ? 'Reading…' : 'Read again now'}
        </Button>
        <p role="status">{answer}</p>
      </div>
    </div>
  );
}
