import { Fragment, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Author } from '@/lib/core/papers/paper';
import { toLeadAuthors } from '@/lib/core/papers/words';
import { asText } from './MarkedText';

export interface AuthorLineProps {
  authors: readonly Author[];
  organization?: string | undefined;
  /** Already in words; absent when it is the day's own. */
  date?: string | undefined;
}

/** "Ines Okafor, Daniel Brandt + 6 authors · Northfield Lab · Oct 28"; the rest of the names on demand. */
export function AuthorLine({ authors, organization, date }: AuthorLineProps): JSX.Element | null {
  const [all, setAll] = useState(false);
  const { names, left } = toLeadAuthors(authors);
  const facts = [asText(organization), asText(date)].filter((fact) => fact !== '');
  if (names.length === 0 && facts.length === 0) return null;
  const shown = all ? authors.map((author) => author.name) : names;
  return (
    <p class="card-authors">
      {names.length > 0 && (
        <span class={all ? 'card-names is-all' : 'card-names'} dir="auto">
          {shown.map(asText).join(', ')}
          {left > 0 && ' '}
          {left > 0 && (
            <button type="button" class="card-more" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? 'fewer' : `+ ${left} authors`}
            </button>
          )}
        </span>
      )}
      {facts.map((fact, index) => (
        <Fragment key={fact}>
          {/* The dot stays at its line's end: a line that begins with it looks like an item of a list. */}
          {(names.length > 0 || index > 0) && '\u00a0· '}
          <span class={fact === date ? 'card-date' : undefined}>{fact}</span>
        </Fragment>
      ))}
    </p>
  );
}
