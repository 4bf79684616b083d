import './suggestion-list.css';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Suggestion } from '@/lib/core/query/completion';

export interface SuggestionListProps {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  /** The element behind which the text is drawn, and where in it the list belongs. */
  anchor: { text: HTMLElement | null; at: number };
  onAccept(suggestion: Suggestion): void;
}

/** The id of one line, for `aria-activedescendant`. */
export function toOptionId(id: string, index: number): string {
  return `${id}-${index}`;
}

/** What can be written here, under the word that is being written. Over what follows: nothing moves for it. */
export function SuggestionList({ id, suggestions, active, anchor, onAccept }: SuggestionListProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    const { text } = anchor;
    if (!element || !text) return;
    const place = findPlace(text, anchor.at);
    const box = text.getBoundingClientRect();
    const room = box.width - element.offsetWidth;
    element.style.left = `${Math.max(0, Math.min(room, (place?.left ?? box.left) - box.left))}px`;
    element.style.top = `${(place?.bottom ?? box.bottom) - box.top + 11}px`;
  });
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={list} id={id} class="suggestions" role="listbox" aria-label="Suggestions">
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the marked line
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        <div
          key={suggestion.insert}
          id={toOptionId(id, index)}
          role="option"
          aria-selected={index === active}
          // The field keeps the focus, and the list stays open until the click is done.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAccept(suggestion)}
        >
          <span class="suggestion-label" dir="auto">
            {suggestion.label}
          </span>
          <span class="suggestion-words">{suggestion.words}</span>
        </div>
      ))}
    </div>
  );
}

/** Where character `at` of the drawn text stands in the window. */
function findPlace(text: HTMLElement, at: number): DOMRect | undefined {
  let left = at;
  for (const piece of text.querySelectorAll('span')) {
    const node = piece.firstChild;
    const length = node?.nodeValue?.length ?? 0;
    if (!node || left > length) {
      left -= length;
      continue;
    }
    const range = document.createRange();
    range.setStart(node, left);
    range.setEnd(node, Math.min(length, left + 1));
    return range.getBoundingClientRect?.();
  }
  return undefined;
}
