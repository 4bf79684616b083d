import './where-told.css';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type MatchedTopic, toWhere } from './PaperFacts';
import { TopicDot } from './TopicDot';

export interface WhereToldProps {
  /** The id of the button that is the card's title. */
  titleId: string;
  /** The topics that matched. */
  topics: readonly MatchedTopic[];
}

/**
 * Where each topic matched a card at rest, told while its title has the focus by key: read with the title by a screen
 * reader, and shown under the foot, over the next card, once the focus stays. Nothing moves for it.
 */
export function WhereTold({ titleId, topics }: WhereToldProps): JSX.Element | null {
  const [told, setTold] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Of the card, which is drawn in the first frame and knows nothing of what comes behind it.
    const title = document.getElementById(titleId);
    if (!title || topics.length === 0) return;
    const focus = () => setTold(title.matches(':focus-visible'));
    const blur = () => setTold(false);
    if (document.activeElement === title) focus();
    title.addEventListener('focus', focus);
    title.addEventListener('blur', blur);
    return () => {
      title.removeEventListener('focus', focus);
      title.removeEventListener('blur', blur);
      setTold(false);
    };
  }, [titleId, topics.length]);
  useLayoutEffect(() => {
    const title = document.getElementById(titleId);
    if (!told || !title) return;
    title.setAttribute('aria-describedby', toId(titleId));
    if (box.current) keepInSight(box.current);
    return () => title.removeAttribute('aria-describedby');
  }, [told, titleId]);
  if (!told) return null;
  return (
    <div class="where-told" id={toId(titleId)} role="tooltip" ref={box}>
      {topics.map((topic) => (
        <p key={topic.id}>
          <TopicDot colour={topic.colour} />
          {toWhere(topic)}
        </p>
      ))}
    </div>
  );
}

/** Under a card that ends below the list's window it would be out of sight: then it stands at the window's foot. */
function keepInSight(box: HTMLElement): void {
  const list = findScroller(box);
  const end = list?.getBoundingClientRect().bottom ?? innerHeight;
  if (box.getBoundingClientRect().bottom <= end) return;
  Object.assign(box.style, { position: 'fixed', inset: `auto auto ${innerHeight - end + 3}px 16px` });
}

function findScroller(element: Element): Element | undefined {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return undefined;
}

const toId = (titleId: string) => `where-${titleId}`;
