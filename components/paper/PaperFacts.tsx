import './paper-facts.css';
import type { JSX } from 'preact';
import type { Paper } from '@/lib/core/papers/paper';
import { formatComments, formatCount } from '@/lib/core/papers/words';
import type { TopicColour, TopicId } from '@/lib/core/topics/topic';
import { Star, Upvote } from '../controls/icons';
import { TopicDot } from './TopicDot';

/** A topic that matched. */
export interface MatchedTopic {
  id: TopicId;
  name: string;
  colour: TopicColour;
  /** Which words made it match, and where; asked for when somebody points at it. */
  tell?: (() => string) | undefined;
}

/** More names than this are cut to letters in 400 px; the open card names them all. */
const NAMED_TOPICS = 2;

export interface PaperFactsProps {
  paper: Paper;
  topics: readonly MatchedTopic[];
  /** The open card has a link to the code with the stars on it. */
  withCode: boolean;
}

/** Upvotes, comments, code and stars, the topics that matched: one line that is there from the first paint on. */
export function PaperFacts({ paper, topics, withCode }: PaperFactsProps): JSX.Element {
  const { upvotes, comments, githubRepo, githubStars } = paper;
  const named = topics.slice(0, NAMED_TOPICS);
  const more = topics.slice(NAMED_TOPICS);
  return (
    <div class="facts">
      <span class="fact" title={`${upvotes} ${upvotes === 1 ? 'upvote' : 'upvotes'}`}>
        <Upvote />
        <span class="said">upvotes: </span>
        {formatCount(upvotes)}
      </span>
      {comments > 0 && <span class="fact">{formatComments(comments)}</span>}
      {withCode && githubRepo !== undefined && (
        <span class="fact">
          code
          {githubStars !== undefined && (
            <>
              <Star />
              <span class="said">stars: </span>
              {formatCount(githubStars)}
            </>
          )}
        </span>
      )}
      {topics.length > 0 && (
        <ul class="fact-topics" aria-label="Topics that matched">
          {named.map((topic) => (
            <li key={topic.id} title={topic.name} onMouseEnter={(event) => tellOn(event.currentTarget, [topic])}>
              <TopicDot colour={topic.colour} />
              <span class="fact-topic">{topic.name}</span>
            </li>
          ))}
          {more.length > 0 && (
            <li
              class="fact-more"
              title={more.map((topic) => topic.name).join(', ')}
              onMouseEnter={(event) => tellOn(event.currentTarget, more)}
            >
              +{more.length}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** The tooltip is made when it is wanted: looking for the words of fifty cards would hold up every list. */
function tellOn(element: HTMLElement, topics: readonly MatchedTopic[]): void {
  element.title = topics.map(toWhere).join('\n');
}

/** A topic with where it matched: "Agents: agents in title". */
export function toWhere({ name, tell }: MatchedTopic): string {
  const words = tell?.();
  return words ? `${name}: ${words}` : name;
}
