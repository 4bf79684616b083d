import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/papers/paper';
import { type Place, writePlace } from './place';

/** Moves come in bursts, and each place that is kept is a write. */
const KEEP_AFTER_MS = 250;

/**
 * Keeps where the popup is: a moment after each move, since a browser may end a popup without a word, and once more
 * when it closes. `toPlace` says where that is.
 */
export function useKeptPlace(toPlace: () => Omit<Place, 'at'> | undefined): void {
  const latest = useRef(toPlace);
  latest.current = toPlace;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [{ keep, keepSoon }] = useState(() => {
    const keep = () => {
      const place = latest.current();
      if (place) writePlace({ ...place, at: Date.now() });
    };
    const keepSoon = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, KEEP_AFTER_MS);
    };
    return { keep, keepSoon };
  });
  // At every render: each move but scrolling is one.
  useEffect(keepSoon);
  // Ends with the list and not a frame later, as other effects do: a hidden page may be closed before that frame, and
  // would keep the place of a list that was ended because everything was deleted.
  useLayoutEffect(() => {
    // Before the listener of the page, which empties it.
    addEventListener('pagehide', keep, true);
    document.addEventListener('scroll', keepSoon, { capture: true, passive: true });
    return () => {
      clearTimeout(timer.current);
      removeEventListener('pagehide', keep, true);
      document.removeEventListener('scroll', keepSoon, { capture: true });
    };
  }, [keep, keepSoon]);
}

/** Brings the list back to the card that stood at its top, once, when that card is there. */
export function useRestoredTop(
  scroller: { readonly current: HTMLElement | null },
  top: Place['top'],
  isReady: boolean,
): void {
  const waiting = useRef(top);
  useEffect(() => {
    const list = scroller.current;
    if (!isReady || !list || !waiting.current) return;
    const { id, offset } = waiting.current;
    const card = list.querySelector<HTMLElement>(`[data-paper="${CSS.escape(id)}"]`);
    if (!card) return;
    waiting.current = undefined;
    list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - offset;
  });
}

/** The first card in sight, and where it stands; nothing at the list's beginning. */
export function findTop(list: HTMLElement | null): { id: PaperId; offset: number } | undefined {
  if (!list || list.scrollTop === 0) return undefined;
  const { top } = list.getBoundingClientRect();
  for (const card of list.querySelectorAll<HTMLElement>('[data-paper]')) {
    const rect = card.getBoundingClientRect();
    if (rect.bottom > top) return { id: card.dataset.paper ?? '', offset: rect.top - top };
  }
  return undefined;
}
