import './overlap.css';
import type { JSX } from 'preact';
import type { TopicColour, TopicId } from '@/lib/core/topics/topic';
import { TopicDot } from '../paper/TopicDot';

export interface OverlapLine {
  id: TopicId;
  name: string;
  colour: TopicColour;
  /** Hits that this topic catches too. */
  hits: number;
}

export interface OverlapProps {
  topics: readonly OverlapLine[];
}

/** The largest overlaps say what there is to say: a list of fifty topics would bury the examples. */
const NAMED = 8;

/** Which other topics catch some of the same papers, the largest share first. Nothing where none does. */
export function Overlap({ topics }: OverlapProps): JSX.Element | null {
  const shared = topics.filter(({ hits }) => hits > 0).sort((a, b) => b.hits - a.hits);
  if (shared.length === 0) return null;
  const more = shared.length - NAMED;
  return (
    <div class="overlap">
      <span aria-hidden="true">Also in</span>
      <ul aria-label="Also caught by other topics">
        {shared.slice(0, NAMED).map(({ id, name, colour, hits }) => (
          <li key={id}>
            <a href={`#topics/${id}`}>
              <TopicDot colour={colour} />
              {`${name}: ${hits.toLocaleString('en-US')}`}
            </a>
          </li>
        ))}
        {more > 0 && <li>{more === 1 ? 'and one more topic' : `and ${more} more topics`}</li>}
      </ul>
    </div>
  );
}
