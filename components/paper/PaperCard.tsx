import './paper-card.css';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Day, toUtcDay } from '@/lib/core/days/day';
import { formatPaperDate } from '@/lib/core/days/format';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { IconButton } from '../controls/IconButton';
import { Check, Dot } from '../controls/icons';
import { AuthorLine } from './AuthorLine';
import { asText, MarkedText, type TextRange } from './MarkedText';
import { type MatchedTopic, PaperFacts } from './PaperFacts';
import { PaperLinks } from './PaperLinks';
import { type TopicReason, TopicReasons } from './TopicReasons';

/** What an open card can tell beside the paper itself. */
export interface WhyMatched {
  reasons: readonly TopicReason[];
  title: readonly TextRange[];
  abstract: readonly TextRange[];
}

export interface CardActions {
  onToggle(id: PaperId): void;
  onOpenLink(paper: Paper, url: string, where: { background: boolean }): void;
  onSetRead(paper: Paper, read: boolean): void;
  /** The card's element while it is on the page: what watches it being seen. */
  onElement?(id: PaperId, element: HTMLElement | null): void;
}

export interface PaperCardProps {
  paper: Paper;
  isNew: boolean;
  read: boolean;
  open: boolean;
  compact: boolean;
  /** The feed's day now, and the day whose list the card stands in. */
  today: Day;
  listDay: Day;
  topics: readonly MatchedTopic[];
  why?: WhyMatched | undefined;
  actions: CardActions;
}

/** One paper. A click opens it in place; what it shows at rest does not move when it opens. */
export function PaperCard(props: PaperCardProps): JSX.Element {
  const { paper, isNew, read, open, compact, why, actions } = props;
  const element = useRef<HTMLElement>(null);
  const { onElement } = actions;
  // Not a function as `ref`: that is called at every render, and a card would never stay in sight for a second.
  useEffect(() => {
    onElement?.(paper.id, element.current);
    return () => onElement?.(paper.id, null);
  }, [paper.id, onElement]);
  const titleId = `title-${paper.id}`;
  const bodyId = `body-${paper.id}`;
  const abstract = asText(paper.summary);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the mouse's larger target; the title's button is the keyboard's
    <article
      class={`card${open ? ' is-open' : ''}${read ? ' is-read' : ''}`}
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
          onClick={() => actions.onToggle(paper.id)}
        >
          <MarkedText text={paper.title} ranges={open ? why?.title : undefined} />
        </button>
      </h3>
      <AuthorLine authors={paper.authors} organization={paper.organization?.fullname} date={toDate(props)} />
      <div id={bodyId}>
        {abstract !== '' && (open || !compact) && (
          <p class="card-abstract" dir="auto">
            <MarkedText text={abstract} ranges={open ? why?.abstract : undefined} />
          </p>
        )}
        {abstract === '' && open && <p class="card-abstract card-missing">The feed has no abstract of this paper.</p>}
        {open && why && <TopicReasons reasons={why.reasons} />}
        {open && <PaperLinks paper={paper} onOpen={(url, where) => actions.onOpenLink(paper, url, where)} />}
      </div>
      <div class="card-foot">
        <PaperFacts paper={paper} topics={props.topics} withCode={!open} />
        <div class="card-actions">
          <IconButton label={read ? 'Mark as unread' : 'Mark as read'} onClick={() => actions.onSetRead(paper, !read)}>
            {read ? <Dot /> : <Check />}
          </IconButton>
        </div>
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
  if (event.target instanceof Element && event.target.closest('a, button, input')) return false;
  const selection = globalThis.getSelection?.();
  return !selection || selection.isCollapsed;
}
