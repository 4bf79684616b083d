/*
 * What holds the focus can leave the page by itself: a card that is no longer in its list, a button that has done its
 * work, the search box. A browser then puts the focus on nothing, without an event, and the keyboard begins at the top.
 */

/** Where the focus was: the element that stands there now is looked for once that one is gone. */
interface Held {
  element: Element;
  paper: string | undefined;
  /** Cards before it in reading order. */
  place: number;
  isInSearch: boolean;
  isInList: boolean;
}

const toTitle = (card: Element | null | undefined) => card?.querySelector<HTMLElement>('.card-title button');

/**
 * Watches `root` until the returned function is called. Where the element with the focus leaves the page, the focus
 * goes to what stands in its place: its card, the next one, the tab. `toCurrent` names the card the keys mean.
 */
export function keepFocus(root: Element, toCurrent: () => string | undefined): () => void {
  let held: Held | undefined;
  const hold = ({ target }: FocusEvent) => {
    if (target instanceof Element) held = toHeld(target);
  };
  // A click beside everything is meant: only an element that is gone is followed.
  const leave = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      if (held?.element === target && held?.element.isConnected && isNowhere()) held = undefined;
    });
  const observer = new MutationObserver(() => {
    if (!held || held.element.isConnected || !isNowhere()) return;
    const next = findNext(held, toCurrent());
    held = undefined;
    next?.focus({ preventScroll: true });
  });
  root.addEventListener('focusin', hold as EventListener);
  root.addEventListener('focusout', leave as EventListener);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', hold as EventListener);
    root.removeEventListener('focusout', leave as EventListener);
    observer.disconnect();
  };
}

function isNowhere(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || !activeElement.isConnected;
}

function toHeld(element: Element): Held {
  const cards = [...document.querySelectorAll('[data-paper]')];
  const card = element.closest<HTMLElement>('[data-paper]');
  const before = cards.filter(
    (other) => other !== card && other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return {
    element,
    paper: card?.dataset.paper,
    place: before.length,
    isInSearch: element.closest('.search-head') !== null,
    isInList: element.closest('.popup-list') !== null,
  };
}

function findNext({ paper, place, isInSearch, isInList }: Held, current: string | undefined): HTMLElement | undefined {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-paper]')];
  const wanted = paper ?? (isInList ? undefined : current);
  const same = cards.find((card) => card.dataset.paper === wanted);
  const search = isInSearch ? document.querySelector<HTMLElement>('.day-ways > :last-child') : undefined;
  const beside = isInList ? toTitle(cards[place] ?? cards.at(-1)) : undefined;
  const tab = document.querySelector<HTMLElement>('[role="tab"][tabindex="0"]');
  return (wanted === undefined ? undefined : toTitle(same)) ?? search ?? beside ?? tab ?? undefined;
}
