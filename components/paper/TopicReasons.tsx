import './open-card.css';
import type { JSX } from 'preact';
import type { MatchedTopic } from './PaperFacts';
import { TopicDot } from './TopicDot';

/** Why one topic matched, in words: `"tool use" in title, agents in abstract`. */
export interface TopicReason extends MatchedTopic {
  words: string;
}

/** Which topics matched an open card, with which words and where. */
export function TopicReasons({ reasons }: { reasons: readonly TopicReason[] }): JSX.Element | null {
  if (reasons.length === 0) return null;
  return (
    <ul class="card-why" aria-label="Why it matched">
      {reasons.map(({ id, name, colour, words }) => (
        <li key={id}>
          <TopicDot colour={colour} />
          <span>
            <b>{name}</b> {words}
          </span>
        </li>
      ))}
    </ul>
  );
}
