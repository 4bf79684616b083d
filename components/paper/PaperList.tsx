import './paper-list.css';
import { Fragment, type JSX } from 'preact';
import type { Day } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import { PaperCard, type PaperCardProps } from './PaperCard';

/** One card's own facts; the rest is the same for the whole list. */
export type CardFacts = Pick<
  PaperCardProps,
  'paper' | 'isNew' | 'read' | 'starred' | 'later' | 'dismissed' | 'lost' | 'topics' | 'open' | 'why' | 'toFound'
>;

/** The papers of a day, or, where there is no day, of a list with a name. */
export interface PaperGroup {
  day?: Day | undefined;
  name?: string | undefined;
  cards: readonly CardFacts[];
  /** How many there are, where only the first are drawn. */
  total?: number | undefined;
}

export interface PaperListProps extends Pick<PaperCardProps, 'compact' | 'today' | 'actions' | 'tools'> {
  groups: readonly PaperGroup[];
  /** Each group under its day. */
  withHeadings: boolean;
}

/** The papers of one day, or of several under their days. */
export function PaperList({ groups, withHeadings, ...shared }: PaperListProps): JSX.Element {
  return (
    <div class="papers">
      {groups.map(({ day, name, cards, total }) => (
        <Fragment key={day ?? name}>
          {/* Said even where it is not shown: without it the titles hang a level too deep for a screen reader. */}
          <h2 class={withHeadings ? 'papers-day' : 'said'}>
            {day === undefined ? name : formatDayHeading(day, shared.today)}{' '}
            <span class="papers-count">{total ?? cards.length}</span>
          </h2>
          {cards.map((card) => (
            <PaperCard {...shared} {...card} key={card.paper.id} listDay={day} />
          ))}
        </Fragment>
      ))}
    </div>
  );
}
