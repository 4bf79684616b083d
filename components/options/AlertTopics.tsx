import './alert-topics.css';
import type { JSX } from 'preact';
import type { Topic } from '@/lib/core/topics/topic';
import { TopicDot } from '../paper/TopicDot';

/** The topics that tell of new papers, each leading to where that is switched off. */
export function AlertTopics({ topics }: { topics: readonly Topic[] }): JSX.Element {
  if (topics.length === 0) return <p>No topic alerts you. Each has a switch for it: “Notify me”.</p>;
  return (
    <ul class="alert-topics">
      {topics.map(({ id, name, colour }) => (
        <li key={id}>
          <a href={`#topics/${id}`}>
            <TopicDot colour={colour} />
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
