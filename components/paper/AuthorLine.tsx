import './author-line.css';
import { Fragment, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Author } from '@/lib/core/papers/paper';
import { toLeadAuthors } from '@/lib/core/papers/words';
import type { EntryField } from '@/lib/core/query/field-query';
import { asText } from './MarkedText';

/** Looks for other papers with this entry. */
export type SearchEntry = (field: EntryField, text: string) => void;

export interface AuthorLineProps {
  authors: readonly Author[];
  organization?: string | undefined;
  /** Already in words; absent when it is the day's own. */
  date?: string | undefined;
  /** On one line, where a long organisation is cut. */
  isLine?: boolean | undefined;
  /** Names become buttons that look for their other papers. */
  onSearch?: SearchEntry | undefined;
}

/** "Ines Okafor, Daniel Brandt + 6 authors · Northfield Lab · Oct 28"; the rest of the names on demand. */
export function AuthorLine({ authors, organization, date, isLine, onSearch }: AuthorLineProps): JSX.Element | null {
  const [all, setAll] = useState(false);
  const { names, left } = toLeadAuthors(authors);
  const lab = asText(organization);
  const facts = [lab, asText(date)].filter((fact) => fact !== '');
  if (names.length === 0 && facts.length === 0) return null;
  const shown = all ? authors.map((author) => author.name) : names;
  return (
    <p class={`card-authors${all ? ' is-all' : isLine ? ' is-line' : ''}`}>
      {names.length > 0 && (
        <span class="card-names" dir="auto">
          <span class="card-name-list">
            {shown.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names can stand twice and never change places
              <Fragment key={index}>
                {index > 0 && ', '}
                <Entry field="author" text={asText(name)} onSearch={onSearch} />
              </Fragment>
            ))}
          </span>
          {left > 0 && ' '}
          {left > 0 && (
            <button type="button" class="card-more" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? 'fewer' : `+ ${left} authors`}
            </button>
          )}
        </span>
      )}
      {facts.map((fact, index) => (
        <span key={fact} class={fact === lab && index === 0 ? 'card-lab' : undefined}>
          {/* The dot stays at its line's end: a line that begins with it looks like an item of a list. */}
          {((names.length > 0 && !all) || index > 0) && '\u00a0· '}
          <span class={fact === date ? 'card-date' : undefined}>
            {fact === lab && index === 0 ? <Entry field="org" text={lab} onSearch={onSearch} /> : fact}
          </span>
        </span>
      ))}
    </p>
  );
}

const TITLES: Record<EntryField, string> = {
  author: 'Search for this author',
  org: 'Search for this organisation',
  keyword: 'Search for this keyword',
};

/** A name, as a button where it can be looked for. */
export function Entry({
  field,
  text,
  onSearch,
}: {
  field: EntryField;
  text: string;
  onSearch?: SearchEntry | undefined;
}): JSX.Element {
  if (!onSearch) return <>{text}</>;
  return (
    <button type="button" class="card-entry" title={TITLES[field]} onClick={() => onSearch(field, text)}>
      {text}
    </button>
  );
}
