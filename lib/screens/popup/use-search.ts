import { useMemo, useRef, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { PaperEntry } from '@/lib/ui/use-feed';
import type { Search } from './searching';
import type { Telling } from './use-telling';

export interface Searching {
  /** What stands in the search box; `undefined` while there is none. */
  text: string | undefined;
  /** What was found; of the last query that could be read while the typed one can't. */
  found: Search | undefined;
  /** Why the typed query can't be read. */
  error: string | undefined;
  /** The line under the box. */
  words: string;
  /** Opens the box, types in it, or closes it. */
  setText(text: string | undefined): void;
}

/** The search box and what it finds, live as typed. */
export function useSearch(
  telling: Telling | undefined,
  window: readonly PaperEntry[] | undefined,
  today: Day,
  initial: string | undefined,
): Searching {
  const [text, setText] = useState(initial);
  const lastGood = useRef('');
  const isEmpty = text === undefined || text.trim() === '';
  if (isEmpty) lastGood.current = '';
  const result = useMemo(
    () => (telling && window && !isEmpty ? telling.runSearch(text, window, today) : undefined),
    [telling, window, today, text, isEmpty],
  );
  if (result?.ok && text !== undefined) lastGood.current = text;
  const kept = result?.ok === false ? lastGood.current : '';
  const before = useMemo(
    () => (telling && window && kept !== '' ? telling.runSearch(kept, window, today) : undefined),
    [telling, window, today, kept],
  );
  const shown = result?.ok === false ? before : result;
  const found = shown?.ok ? shown.search : undefined;
  return {
    text,
    found,
    error: result?.ok === false ? result.message : undefined,
    words: telling && text !== undefined ? telling.toSearchWords(text, found) : '',
    setText,
  };
}
