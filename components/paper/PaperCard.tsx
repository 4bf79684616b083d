import './paper-card.css';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Day, toUtcDay } from '@/lib/core/days/day';
import { formatPaperDate } from '@/lib/core/days/format';
import { toPaperLinks } from '@/lib/core/papers/links';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { useNamedKey } from '../controls/letter-keys';
import { AuthorLine, type SearchEntry } from './AuthorLine';
import { CardBody } from './CardBody';
import { type CardFlags, CardSigns } from './CardSigns';
import { MarkedText, type TextRange } from './MarkedText';
import { memo } from './memo';
import { type MatchedTopic, PaperFacts } from './PaperFacts';
import type { TopicReason } from './TopicReasons';

/** What an open card can tell beside the paper itself. */
export interface WhyMatched {
  reasons: readonly TopicReason[];
  title: readonly TextRange[];
  abstract: readonly TextRange[];
}

/** What a search found in a paper: marked at rest too, and the part of the abstract where it stands. */
export interface FoundIn {
  title: readonly TextRange[];
  excerpt: { text: string; ranges: readonly TextRange[] };
}

export interface CardActions {
  onToggle(id: PaperId): void;
  onOpenLink(paper: Paper, url: string, where: { background: boolean }): void;
  /** Looks for the other papers of a name or keyword of an open card. */
  onSearch?: SearchEntry;
  /** The card's element while it is on the page: what watches it being seen. */
  onElement?(id: PaperId, element: HTMLElement | null): void;
}

export interface PaperCardProps extends CardFlags {
  paper: Paper;
  isNew: boolean;
  open: boolean;
  compact: boolean;
  /** The feed does not hold the paper any more: its title and link are the user's own copy. */
  lost?: { link?: string | undefined } | undefined;
  /** The feed's day now, and the day whose list the card stands in. */
  today: Day;
  listDay?: Day | undefined;
  topics: readonly MatchedTopic[];
  why?: WhyMatched | undefined;
  /** Asked for when the card is drawn: a search may have found hundreds. */
  toFound?: (() => FoundIn) | undefined;
  actions: CardActions;
  /** What can be done with the paper: comes behind the first list. */
  tools?: ((card: PaperCardProps) => ComponentChildren) | undefined;
}

/** One paper. A click opens it in place; what it shows at rest does not move when it opens. */
export const PaperCard = memo(Card);

function Card(props: PaperCardProps): JSX.Element {
  const { paper, isNew, read, open, why, actions } = props;
  const element = useRef<HTMLElement>(null);
  const { onElement } = actions;
  // Not a function as `ref`: that is called at every render, and a card would never stay in sight for a second.
  useEffect(() => {
    onElement?.(paper.id, element.current);
    return () => onElement?.(paper.id, null);
  }, [paper.id, onElement]);
  const openKey = useNamedKey('o');
  const found = props.toFound?.();
  const titleId = `title-${paper.id}`;
  const bodyId = `body-${paper.id}`;
  const openBehind = () => {
    const link = toPaperLinks(paper)[0];
    if (link) actions.onOpenLink(paper, link.url, { background: true });
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the mouse's larger target; the title's button is the keyboard's
    <article
      class={`card${open ? ' is-open' : ''}${read ? ' is-read' : ''}${props.dismissed ? ' is-dismissed' : ''}`}
      aria-labelledby={titleId}
      data-paper={paper.id}
      ref={element}
      onClick={(event) => {
        if (isFreeClick(event)) actions.onToggle(paper.id);
      }}
    >
      {isNew && (
        <span class="new-dot" title="New">
          <span class="said">New</span>
        </span>
      )}
      <h3 class="card-title">
        <button
          type="button"
          id={titleId}
          dir="auto"
          aria-expanded={open}
          aria-controls={bodyId}
          aria-keyshortcuts={openKey}
          onClick={(event) => (event.ctrlKey || event.metaKey ? openBehind() : actions.onToggle(paper.id))}
          // The middle button never fires `click`.
          onAuxClick={(event) => {
            if (event.button === 1) openBehind();
          }}
        >
          <MarkedText text={paper.title} ranges={(open && why ? why : found)?.title} />
        </button>
      </h3>
      <AuthorLine
        authors={paper.authors}
        organization={paper.organization?.fullname}
        date={toDate(props)}
        isLine={!open}
        onSearch={open ? actions.onSearch : undefined}
      />
      <CardBody id={bodyId} found={found} card={props} />
      <div class="card-foot">
        <PaperFacts paper={paper} topics={props.topics} withCode={!open} />
        <CardSigns read={read} starred={props.starred} later={props.later} dismissed={props.dismissed} />
        {props.tools?.(props)}
      </div>
    </article>
  );
}

/** The paper's own date where it is another than the list's. */
function toDate({ paper, listDay, today }: PaperCardProps): string | undefined {
  const date = formatPaperDate(paper.publishedAt, today);
  if (date === '') return undefined;
  return toUtcDay(Date.parse(paper.publishedAt ?? '')) === listDay ? undefined : date;
}

/** A click that means the card: not one on a control of it, not the end of selecting its text. */
function isFreeClick(event: MouseEvent): boolean {
  if (event.target instanceof Element && event.target.closest('a, button, input, [role="menu"]')) return false;
  const selection = globalThis.getSelection?.();
  return !selection || selection.isCollapsed;
}
