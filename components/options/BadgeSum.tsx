import './badge-sum.css';
import type { JSX } from 'preact';
import type { TopicColour, TopicId } from '@/lib/core/topics/topic';
import { TopicDot } from '../paper/TopicDot';

export interface BadgeSumProps {
  /** The number on the badge. */
  total: number;
  /** Every topic on the badge with its new papers; a paper in two topics is in both. */
  perTopic: readonly { id: TopicId; name: string; colour: TopicColour; count: number }[];
  /** Papers counted more than once: the sum of the topics less this is the total. */
  repeats: number;
  /** Topics that are on, on the badge or not: with none, the badge counts the new papers of the newest day. */
  enabledTopics: number;
  /** The number is not shown on the icon. */
  isHidden: boolean;
}

/** The sum behind the badge, written as a sum. */
export function BadgeSum({ total, perTopic, repeats, enabledTopics, isHidden }: BadgeSumProps): JSX.Element {
  const hidden = isHidden ? ' It is not shown on the icon.' : '';
  if (enabledTopics === 0) {
    return (
      <p>
        No topic is on, so the badge counts the new papers of the newest day: {total}.{hidden}
      </p>
    );
  }
  if (perTopic.length === 0) return <p>No topic counts on the badge, so it shows nothing.{hidden}</p>;
  return (
    <>
      <table class="badge-sum">
        <tbody>
          {perTopic.map((topic) => (
            <tr key={topic.id}>
              <th scope="row">
                <a href={`#topics/${topic.id}`}>
                  <TopicDot colour={topic.colour} />
                  {topic.name}
                </a>
              </th>
              <td>{topic.count}</td>
            </tr>
          ))}
          {repeats > 0 && (
            <tr>
              <th scope="row">Already counted in another topic</th>
              <td>−{repeats}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">New matches, last 14 days</th>
            <td>{total}</td>
          </tr>
        </tfoot>
      </table>
      <p class="explains">
        {total > 999 && 'The icon has room for 999+. '}A paper is new until it was shown to you, for at most 14 days.
        {hidden}
      </p>
    </>
  );
}
