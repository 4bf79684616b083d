import type { JSX } from 'preact';
import { Keywords } from './Keywords';
import { asText, MarkedText } from './MarkedText';
import type { FoundIn, PaperCardProps } from './PaperCard';
import { PaperLinks } from './PaperLinks';
import { TopicReasons } from './TopicReasons';

export interface CardBodyProps {
  /** The title's button opens and closes it. */
  id: string;
  card: PaperCardProps;
  /** What a search found in it. */
  found: FoundIn | undefined;
}

/** More than two lines of any width can show; a whole abstract is laid out before it is cut, four of them in the first frame. */
const AT_REST = 500;

/** Cut at a word: a screen reader speaks all of it, also what the two lines do not show. */
function toBeginning(text: string): string {
  return text.length <= AT_REST ? text : `${text.slice(0, text.lastIndexOf(' ', AT_REST) + 1 || AT_REST)}…`;
}

/** Two lines of the abstract at rest; all that is known of the paper in the open card. */
export function CardBody({ id, card, found }: CardBodyProps): JSX.Element {
  const { paper, open, compact, why, lost, actions } = card;
  const abstract = asText(paper.summary);
  return (
    <div id={id}>
      {abstract !== '' && open && (
        <p class="card-abstract" dir="auto">
          <MarkedText text={abstract} ranges={why?.abstract} />
        </p>
      )}
      {abstract !== '' && !open && !compact && (
        <p class="card-abstract" dir="auto">
          <MarkedText text={found?.excerpt.text ?? toBeginning(abstract)} ranges={found?.excerpt.ranges} />
        </p>
      )}
      {abstract === '' && open && (
        <p class="card-abstract card-missing">
          {lost
            ? 'The feed does not hold this paper any more. Its title and its link were kept for you.'
            : 'The feed has no abstract of this paper.'}
        </p>
      )}
      {open && why && <TopicReasons reasons={why.reasons} />}
      {open && <Keywords paper={paper} onSearch={actions.onSearch} />}
      {open && (
        <PaperLinks paper={paper} kept={lost?.link} onOpen={(url, where) => actions.onOpenLink(paper, url, where)} />
      )}
    </div>
  );
}
