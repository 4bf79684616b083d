import './query-field.css';
import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { QueryToken } from '@/lib/core/query/ast';
import type { QueryError } from '@/lib/core/query/query';
import { useSettled } from '../controls/use-settled';
import { toColouredPieces } from './query-pieces';
import { SuggestionList, toOptionId } from './SuggestionList';
import { type NameSource, useCompletion } from './use-completion';

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
  /** Known authors, organisations and so on; without them only the language itself is completed. */
  names?: NameSource | undefined;
  /** What the query comes to, for screen readers: said after a pause, where it has no error. */
  spoken?: string | undefined;
  onInput(value: string): void;
  /** The user left the field, or pressed Enter in it. */
  onDone(): void;
}

/**
 * A field for the query language. Its own text is transparent; a copy behind it shows the colours and the underline, and
 * gives the field its height. Both must break lines alike or the caret stands beside its letter.
 */
export function QueryField(props: QueryFieldProps): JSX.Element {
  const { label, value, tokens, error, note, placeholder, names, spoken = '', onInput, onDone } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const behind = useRef<HTMLDivElement>(null);
  const completion = useCompletion(field, names);
  const { spot, suggestions, active } = completion;
  const isOpen = spot !== undefined && suggestions.length > 0;
  const errorWords = error ? toErrorWords(error.message, note) : '';
  const said = useSettled(isOpen ? toSuggestionWords(suggestions.length) : errorWords || spoken, value);
  return (
    <div class="query-field">
      <label for={id}>{label}</label>
      <div class="query-box">
        <div ref={behind} class="query-behind" aria-hidden="true">
          {toColouredPieces(value, tokens ?? [], error).map(({ from, text, look }) => (
            <span key={from} class={look}>
              {text}
            </span>
          ))}
          {/* A last empty line has no height without a character on it. */}
          {'\u200b'}
        </div>
        {/* Not role="combobox", which HTML does not allow here: a text field may have a list and a marked line of it too. */}
        <textarea
          ref={field}
          id={id}
          rows={1}
          value={value}
          placeholder={placeholder}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={`${id}-error`}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen && active >= 0 ? toOptionId(`${id}-list`, active) : undefined}
          onInput={(event) => {
            onInput(event.currentTarget.value);
            completion.onTyped();
          }}
          onKeyUp={completion.onCaret}
          onClick={completion.onCaret}
          onBlur={() => {
            completion.close();
            onDone();
          }}
          onKeyDown={(event) => {
            if (!event.isComposing && completion.takesKey(event)) {
              event.preventDefault();
              return;
            }
            // A line break means nothing in a query; Enter means "done". Not while a word is being composed.
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            completion.close();
            onDone();
          }}
        />
        {isOpen && (
          <SuggestionList
            id={`${id}-list`}
            suggestions={suggestions}
            active={active}
            anchor={{ text: behind.current, at: spot.from }}
            onAccept={completion.accept}
          />
        )}
      </div>
      <p class="said" role="status">
        {said}
      </p>
      <p class="query-error" id={`${id}-error`}>
        {errorWords}
      </p>
    </div>
  );
}

function toSuggestionWords(count: number): string {
  return `${count === 1 ? '1 suggestion' : `${count} suggestions`}, arrow down to choose`;
}

/** Advice that ends with something to write has no full stop, which would be typed with it: a dot parts it from the note. */
function toErrorWords(message: string, note: string | undefined): string {
  if (!note) return message;
  return `${message}${message.endsWith('.') ? ' ' : ' · '}${note}`;
}
