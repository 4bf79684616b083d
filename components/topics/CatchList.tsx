import './catch-list.css';
import type { JSX } from 'preact';
import { formatDayHeading, formatPaperDate } from '@/lib/core/days/format';
import { isNew } from '@/lib/core/papers/new';
import type { Paper } from '@/lib/core/papers/paper';
import { describeMatches, toRanges } from '@/lib/core/query/describe';
import { toExcerpt } from '@/lib/core/query/excerpt';
import type { QueryMatch, Subject } from '@/lib/core/query/query';

import { Upvote } from '../controls/icons';
import { MarkedText } from '../paper/MarkedText';

/** A paper that the query catches, and where. */
export interface CaughtPaper {
  subject: Subject;
  matches: readonly QueryMatch[];
  /** The paper's page; absent where there is none that may be linked. */
  href?: string | undefined;
}

export interface CatchListProps {
  papers: readonly CaughtPaper[];
  today: string;
  /** A title was clicked; `background` with ctrl, cmd or the middle button. */
  onOpen(paper: Paper, background: boolean): void;
}

/** Examples with the matched words marked and why in words. */
export function CatchList({ papers, today, onOpen }: CatchListProps): JSX.Element {
  return (
    <ul class="catch-list">
      {papers.map((caught) => (
        <Caught key={caught.subject.paper.id} caught={caught} today={today} onOpen={onOpen} />
      ))}
    </ul>
  );
}

interface CaughtProps extends Pick<CatchListProps, 'today' | 'onOpen'> {
  caught: CaughtPaper;
}

function Caught({ caught: { subject, matches, href }, today, onOpen }: CaughtProps): JSX.Element {
  const { paper } = subject;
  const title = <MarkedText text={paper.title} ranges={toRanges(matches, 'title')} />;
  const inAbstract = toRanges(matches, 'abstract');
  const why = describeMatches(matches);
  return (
    <li class={isNew(subject, today) ? 'is-new' : undefined}>
      <h3 dir="auto">
        {/* Of a direction of its own: the title’s would be taken from this word. */}
        {isNew(subject, today) && (
          <span class="said" dir="ltr">
            New:{' '}
          </span>
        )}
        {href === undefined ? (
          title
        ) : (
          <a
            href={href}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              // The reading is marked before the tab opens; the address stays on the link for copying it.
              event.preventDefault();
              onOpen(paper, event.ctrlKey || event.metaKey);
            }}
            onAuxClick={(event) => {
              if (event.button !== 1) return;
              event.preventDefault();
              onOpen(paper, true);
            }}
          >
            {title}
          </a>
        )}
      </h3>
      {inAbstract.length > 0 && <Excerpt text={paper.summary} ranges={inAbstract} />}
      <p class="catch-why">
        <time dateTime={paper.dailyDate} title={formatDayHeading(paper.dailyDate, today)}>
          {paper.dailyDate === today ? 'Today' : formatPaperDate(paper.dailyDate, today)}
        </time>
        {why !== '' && <span>{why}</span>}
        {!tellsUpvotes(matches) && (
          <span class="catch-votes">
            <Upvote /> {paper.upvotes} <span class="said">upvotes</span>
          </span>
        )}
      </p>
    </li>
  );
}

/** A query for upvotes has the number among its reasons already. */
function tellsUpvotes(matches: readonly QueryMatch[]): boolean {
  return matches.some((match) => match.kind === 'fact' && match.term.startsWith('upvotes:'));
}

function Excerpt({ text, ranges }: { text: string; ranges: readonly { from: number; to: number }[] }): JSX.Element {
  const excerpt = toExcerpt(text, ranges);
  return (
    <p class="catch-excerpt" dir="auto">
      <MarkedText text={excerpt.text} ranges={excerpt.ranges} />
    </p>
  );
}
