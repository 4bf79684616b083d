import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { MORE_CARDS } from './use-card-limit';

/** Begun so far ahead, the next cards are there before the end of the list is, px. */
const AHEAD = 600;

export interface MoreCardsProps {
  /** How many cards are not drawn. */
  hidden: number;
  /** All that were asked for have come. */
  isReady: boolean;
  scroller: { readonly current: HTMLElement | null };
  onMore(): void;
}

/** The end of the cards that are drawn: shows more when it is scrolled near, or at a press. */
export function MoreCards({ hidden, isReady, scroller, onMore }: MoreCardsProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that has grown is looked at anew
  useEffect(() => {
    if (!isReady || !box.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) more.current();
      },
      { root: scroller.current, rootMargin: `0px 0px ${AHEAD}px` },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [isReady, hidden, scroller]);
  return (
    <div ref={box} class="popup-tool popup-more">
      <Button onClick={onMore}>Show {Math.min(hidden, MORE_CARDS)} more</Button>
    </div>
  );
}
