import { useMemo, useRef, useState } from 'preact/hooks';
import { readToldHash } from '@/lib/core/alerts/told';
import type { PaperId } from '@/lib/core/papers/paper';
import type { PaperEntry } from '@/lib/ui/use-feed';
import { isMarked, NEW } from './lists';
import type { Matcher } from './matching';

/** The papers of the alert that led here. */
export interface Told {
  /** New is narrowed to them, though all were dismissed; `undefined` where it is not. */
  entries: readonly PaperEntry[] | undefined;
  /** New holds again what the badge counts. */
  showAll(): void;
}

/**
 * What the alert told of, until the user goes on from there. Its topics may be off the badge: New alone would lack its
 * papers. Once found they stay, though they are seen or read.
 */
export function useTold(tab: string, matcher: Matcher | undefined, window: readonly PaperEntry[] | undefined): Told {
  const [times, setTimes] = useState(() => readToldHash(location.hash));
  const found = useRef(new Set<PaperId>()).current;
  const showAll = () => setTimes(undefined);
  // Left behind with its tab.
  if (tab !== NEW && times) showAll();
  const entries = useMemo(() => {
    if (!times || !matcher || !window) return undefined;
    for (const id of matcher.toToldIds(window, times)) found.add(id);
    const told = window.filter(({ paper }) => found.has(paper.id));
    if (told.length === 0) return undefined;
    // None left is a list of none: the whole of New would stand in the place of the last card that was dismissed.
    return told.filter(({ status }) => !isMarked(status, 'dismissed'));
  }, [times, matcher, window, found]);
  return { entries, showAll };
}
