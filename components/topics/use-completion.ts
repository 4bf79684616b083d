import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import {
  type CompletionSpot,
  findSpot,
  type Suggestion,
  toNameField,
  toSuggestions,
} from '@/lib/core/query/completion';
import type { KnownName, NameField } from '@/lib/core/query/vocabulary';

/** Names of the stored papers, for the fields that hold some. */
export interface NameSource {
  /** What the last look-up found. */
  names: readonly KnownName[];
  /** Asked while a name is written; without a field: no longer. */
  lookUp(field: NameField | undefined, prefix: string): void;
}

export interface Completion {
  spot: CompletionSpot | undefined;
  suggestions: readonly Suggestion[];
  /** Index of the marked suggestion; -1: none, and Enter and Tab do what they always do. */
  active: number;
  /** After each change of the text by its user. */
  onTyped(): void;
  /** The caret may have moved away. */
  onCaret(): void;
  close(): void;
  accept(suggestion: Suggestion): void;
  /** True: the key was for the list. */
  takesKey(event: KeyboardEvent): boolean;
}

/**
 * What the list under a query field shows and does. It opens while something is written that can be completed, and takes
 * no key but the arrows and Escape until one of its lines is marked.
 */
export function useCompletion(
  field: RefObject<HTMLTextAreaElement | null>,
  source: NameSource | undefined,
): Completion {
  const [spot, setSpot] = useState<CompletionSpot>();
  const [active, setActive] = useState(-1);
  const [all, setAll] = useState(false);
  const suggestions = spot ? toSuggestions(spot, source?.names ?? [], all) : [];
  const isOpen = suggestions.length > 0;

  const show = (next: CompletionSpot | undefined, asksAll = false) => {
    setSpot(next);
    setActive(-1);
    setAll(asksAll);
    source?.lookUp(toNameField(next), next?.prefix ?? '');
  };
  const read = () => {
    const element = field.current;
    if (!element || element.selectionStart !== element.selectionEnd) return undefined;
    return findSpot(element.value, element.selectionStart);
  };
  const close = () => {
    if (spot) show(undefined);
  };
  const accept = ({ insert }: Suggestion) => {
    const element = field.current;
    if (!element || !spot) return;
    element.focus();
    element.setSelectionRange(spot.from, spot.to);
    // The only way in that Ctrl+Z knows; it tells of the change as a key does.
    if (!document.execCommand?.('insertText', false, insert)) {
      element.setRangeText(insert, spot.from, spot.to, 'end');
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    // A field goes on to its values, a value is done.
    if (spot.field !== undefined) show(undefined);
  };

  return {
    spot,
    suggestions,
    active,
    onTyped: () => show(read()),
    onCaret: () => {
      if (field.current?.selectionStart !== spot?.to) close();
    },
    close,
    accept,
    takesKey(event) {
      const { key } = event;
      if (!isOpen) {
        const asks = (event.ctrlKey && key === ' ') || (event.altKey && key === 'ArrowDown');
        if (asks) show(read(), true);
        return asks;
      }
      const marked = suggestions[active];
      if (key === 'ArrowDown') setActive(active + 1 < suggestions.length ? active + 1 : 0);
      else if (key === 'ArrowUp') setActive(active > 0 ? active - 1 : suggestions.length - 1);
      else if (key === 'Escape') close();
      else if (marked && (key === 'Enter' || (key === 'Tab' && !event.shiftKey))) accept(marked);
      else return false;
      return true;
    },
  };
}
