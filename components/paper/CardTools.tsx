import './card-tools.css';
import type { JSX } from 'preact';
import type { Paper } from '@/lib/core/papers/paper';
import type { StatusFlag } from '@/lib/core/papers/status';
import type { EntryField } from '@/lib/core/query/field-query';
import { IconButton } from '../controls/IconButton';
import { MenuButton } from '../controls/MenuButton';
import { Check, ClockFace, Cross, Dot, More, StarOutline } from '../controls/tool-icons';
import type { CardFlags } from './CardSigns';
import { toFollowable } from './follow-items';
import type { MatchedTopic } from './PaperFacts';
import { WhereTold } from './WhereTold';

export interface CardToolActions {
  onFlag(paper: Paper, flag: StatusFlag, value: boolean): void;
  onCopy(paper: Paper, what: 'link' | 'bibtex' | 'text'): void;
  /** Marks the papers of the list before or after this one as read. */
  onMarkAround(paper: Paper, where: 'above' | 'below'): void;
  /** Makes a topic of a name or keyword of the paper. */
  onFollow(field: EntryField, text: string): void;
}

export interface CardToolsProps extends CardFlags {
  paper: Paper;
  /** The card shows what can be followed. */
  open?: boolean;
  /** Those that matched: where is told of a card at rest. */
  topics?: readonly MatchedTopic[];
  actions: CardToolActions;
}

/** What can be done with a paper. Lies over the foot of its card: showing it moves nothing. */
export function CardTools({
  paper,
  read,
  starred,
  later,
  dismissed,
  open,
  topics,
  actions,
}: CardToolsProps): JSX.Element {
  const toggle = (flag: StatusFlag, value: boolean | undefined) => () => actions.onFlag(paper, flag, !value);
  // Every card has the same tools: their names alone do not say which paper they are of.
  const titleId = `title-${paper.id}`;
  const described = { describedBy: titleId };
  return (
    <>
      {topics && !open && <WhereTold titleId={titleId} topics={topics} />}
      <div class="card-tools">
        <IconButton
          {...described}
          label="Star"
          pressed={starred === true}
          keys="s"
          onClick={toggle('starred', starred)}
        >
          <StarOutline filled={starred === true} />
        </IconButton>
        <IconButton
          {...described}
          label="Read later"
          pressed={later === true}
          keys="l"
          onClick={toggle('later', later)}
        >
          <ClockFace />
        </IconButton>
        <IconButton
          {...described}
          label={read ? 'Mark as unread' : 'Mark as read'}
          keys="x"
          onClick={toggle('read', read)}
        >
          {read ? <Dot /> : <Check />}
        </IconButton>
        <IconButton
          {...described}
          label="Dismiss"
          pressed={dismissed === true}
          keys="d"
          onClick={toggle('dismissed', dismissed)}
        >
          <Cross />
        </IconButton>
        <MenuButton
          label="More"
          {...described}
          icon={<More />}
          items={[
            { words: 'Copy link', onChoose: () => actions.onCopy(paper, 'link') },
            { words: 'Copy citation as BibTeX', onChoose: () => actions.onCopy(paper, 'bibtex') },
            { words: 'Copy citation as text', onChoose: () => actions.onCopy(paper, 'text') },
            { words: 'Mark those above as read', onChoose: () => actions.onMarkAround(paper, 'above'), isApart: true },
            { words: 'Mark those below as read', onChoose: () => actions.onMarkAround(paper, 'below') },
            ...(open ? toFollowable(paper) : []).map(({ field, text }, index) => ({
              words: `Follow ${text}`,
              onChoose: () => actions.onFollow(field, text),
              isApart: index === 0,
            })),
          ]}
        />
      </div>
    </>
  );
}
