import './query-field.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { QueryToken } from '@/lib/core/query/ast';
import type { QueryError } from '@/lib/core/query/query';
import { toColouredPieces } from './query-pieces';

export interface QueryFieldProps {
  label: string;
  value: string;
  /** The pieces of the value, for their colours. */
  tokens?: readonly QueryToken[] | undefined;
  /** Where it does not parse; underlined there, with its sentence below. */
  error?: QueryError | undefined;
  /** Said after the error's sentence. */
  note?: string | undefined;
  placeholder?: string;
  onInput(value: string): void;
  /** The user left the field, or pressed Enter in it. */
  onDone(): void;
}

/**
 * A field for the query language. Its own text is transparent; a copy behind it shows the colours and the underline, and
 * gives the field its height. Both must break lines alike or the caret stands beside its letter.
 */
export function QueryField(props: QueryFieldProps): JSX.Element {
  const { label, value, tokens, error, note, placeholder, onInput, onDone } = props;
  const id = useId();
  return (
    <div class="query-field">
      <label for={id}>{label}</label>
      <div class="query-box">
        <div class="query-behind" aria-hidden="true">
          {toColouredPieces(value, tokens ?? [], error).map(({ from, text, look }) => (
            <span key={from} class={look}>
              {text}
            </span>
          ))}
          {/* A last empty line has no height without a character on it. */}
          {'\u200b'}
        </div>
        <textarea
          id={id}
          rows={1}
          value={value}
          placeholder={placeholder}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={`${id}-error`}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={onDone}
          onKeyDown={(event) => {
            // A line break means nothing in a query; Enter means "done". Not while a word is being composed.
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            onDone();
          }}
        />
      </div>
      <p class="query-error" id={`${id}-error`} aria-live="polite">
        {error && [error.message, note].filter(Boolean).join(' ')}
      </p>
    </div>
  );
}
