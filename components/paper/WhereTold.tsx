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
 * reader, and shown under the foot, over the next card, once the focus stays. Nothing moves for it; Esc puts it away.
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
    const press = (event: KeyboardEvent) => {
      // Not in sight before the focus has stayed: then the key is the popup's.
      if (event.key !== 'Escape' || !box.current || box.current.hidden || !isVisible(box.current)) return;
      event.preventDefault();
      event.stopPropagation();
      setTold(false);
    };
    // Before the focus comes: a screen reader that asks at that moment would not hear of a node named only then.
    title.setAttribute('aria-describedby', toId(titleId));
    if (document.activeElement === title) focus();
    title.addEventListener('focus', focus);
    title.addEventListener('blur', blur);
    title.addEventListener('keydown', press);
    return () => {
      title.removeAttribute('aria-describedby');
      title.removeEventListener('focus', focus);
      title.removeEventListener('blur', blur);
      title.removeEventListener('keydown', press);
      setTold(false);
    };
  }, [titleId, topics.length]);
  useLayoutEffect(() => {
    const shown = box.current;
    if (!told || !shown) return;
    keepInSight(shown);
    return () => shown.removeAttribute('style');
  }, [told]);
  if (topics.length === 0) return null;
  return (
    <div {...(told ? { class: 'where-told', role: 'tooltip' } : { hidden: true })} id={toId(titleId)} ref={box}>
      {told &&
        topics.map((topic) => (
          <p key={topic.id}>
            <TopicDot colour={topic.colour} />
            {toWhere(topic)}
          </p>
        ))}
    </div>
  );
}

const isVisible = (element: Element) => getComputedStyle(element).visibility !== 'hidden';

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
