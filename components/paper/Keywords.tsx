import './open-card.css';
import { Fragment, type JSX } from 'preact';
import type { Paper } from '@/lib/core/papers/paper';
import { Entry, type SearchEntry } from './AuthorLine';
import { asText } from './MarkedText';

/** The feed's keywords of an open card, each leading to the other papers that have it. */
export function Keywords({
  paper,
  onSearch,
}: {
  paper: Paper;
  onSearch?: SearchEntry | undefined;
}): JSX.Element | null {
  const words = (paper.keywords ?? []).map(asText).filter((word) => word !== '');
  if (words.length === 0) return null;
  return (
    <p class="card-keywords" dir="auto">
      <span class="said">Keywords: </span>
      {words.map((word, index) => (
        <Fragment key={word}>
          {index > 0 && ', '}
          <Entry field="keyword" text={word} onSearch={onSearch} />
        </Fragment>
      ))}
    </p>
  );
}
