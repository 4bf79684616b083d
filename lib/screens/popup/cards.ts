import type { PaperId } from '@/lib/core/papers/paper';

/*
 * The cards as they stand on the page: the order of the keys j and k is that of the eye, whatever list, day or search
 * they came from.
 */

const toCards = () => [...document.querySelectorAll<HTMLElement>('[data-paper]')];

/** The card that has the focus. */
export function findFocusedCard(): PaperId | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-paper]')?.dataset.paper;
}

/** Moves the focus to the card `by` places after the one of `from`; to the first one in sight where that is not there. */
export function focusCard(from: PaperId | undefined, by: number): PaperId | undefined {
  const cards = toCards();
  const at = cards.findIndex((card) => card.dataset.paper === from);
  const card = at < 0 ? findInSight(cards) : cards[Math.max(0, Math.min(cards.length - 1, at + by))];
  const title = card?.querySelector<HTMLElement>('.card-title button');
  title?.focus({ preventScroll: true });
  card?.scrollIntoView?.({ block: 'nearest' });
  return card?.dataset.paper;
}

/** The card goes from the list: the focus goes on to the next one, or it would be nowhere. */
export function focusBeside(id: PaperId): void {
  const cards = toCards();
  const at = cards.findIndex((card) => card.dataset.paper === id);
  const beside = cards[at + 1] ?? cards[at - 1];
  const target = beside?.querySelector('.card-title button') ?? document.querySelector('[role="tab"][tabindex="0"]');
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

function findInSight(cards: readonly HTMLElement[]): HTMLElement | undefined {
  const top = document.querySelector('.popup-list')?.getBoundingClientRect().top ?? 0;
  return cards.find((card) => card.getBoundingClientRect().top >= top) ?? cards[0];
}
