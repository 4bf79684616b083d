import './paper-list.css';
import { Fragment, type JSX } from 'preact';
import type { Day } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import { PaperCard, type PaperCardProps } from './PaperCard';

/** One card's own facts; the rest is the same for the whole list. */
export type CardFacts = Pick<PaperCardProps, 'paper' | 'isNew' | 'read' | 'topics' | 'open' | 'why'>;

export interface PaperGroup {
  day: Day;
  cards: readonly CardFacts[];
}

export interface PaperListProps extends Pick<PaperCardProps, 'compact' | 'today' | 'actions'> {
  groups: readonly PaperGroup[];
  /** Each group under its day. */
  withHeadings: boolean;
}

/** The papers of one day, or of several under their days. */
export function PaperList({ groups, withHeadings, ...shared }: PaperListProps): JSX.Element {
  return (
    <div class="papers">
      {groups.map(({ day, cards }) => (
        <Fragment key={day}>
          {/* Said even where it is not shown: without it the titles hang a level too deep for a screen reader. */}
          <h2 class={withHeadings ? 'papers-day' : 'said'}>
            {formatDayHeading(day, shared.today)} <span class="papers-count">{cards.length}</span>
          </h2>
          {cards.map((card) => (
            <PaperCard {...shared} {...card} key={card.paper.id} listDay={day} />
          ))}
        </Fragment>
      ))}
    </div>
  );
}
