import './search-head.css';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../controls/Button';
import { IconButton } from '../controls/IconButton';
import { Search } from '../controls/icons';
import { Cross } from '../controls/tool-icons';

export interface SearchHeadProps {
  text: string;
  /** How much was found and where: "12 papers of the last 14 days". */
  words: string;
  /** Why the query can't be read, and what to write instead. */
  error?: string | undefined;
  /** A topic has this query already. */
  isFollowed: boolean;
  /** Absent where there is nothing to follow. */
  onFollow?: (() => void) | undefined;
  onText(text: string): void;
  /** The arrow down, or Enter: on to what was found. */
  onGoToList(): void;
  onClose(): void;
}

/** The search box in the place of day and lists, with what it found in words. */
export function SearchHead(props: SearchHeadProps): JSX.Element {
  const { text, words, error, isFollowed, onFollow, onText, onGoToList, onClose } = props;
  const field = useRef<HTMLInputElement>(null);
  // Before the paint: the letter after the key that opens the box belongs into it.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <search class="search-head">
      <h1 class="said">Search</h1>
      <div class="search-row">
        <Search />
        <input
          ref={field}
          type="text"
          value={text}
          aria-label="Search the last 14 days"
          aria-describedby="search-words"
          aria-invalid={error === undefined ? undefined : 'true'}
          placeholder="Words, author:name, upvotes:>=20 …"
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          maxLength={2000}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
            event.preventDefault();
            onGoToList();
          }}
        />
        <IconButton label="Close the search" onClick={onClose}>
          <Cross />
        </IconButton>
      </div>
      <div class="search-told">
        <p id="search-words" class={error === undefined ? undefined : 'is-wrong'} role="status">
          {error ?? words}
        </p>
        {onFollow && (
          <Button look="plain" disabled={isFollowed} onClick={onFollow}>
            {isFollowed ? 'You follow it' : 'Follow this search'}
          </Button>
        )}
      </div>
    </search>
  );
}
