import { useState } from 'preact/hooks';

/** Cards that are loaded and drawn without being asked for: more than a day has. A word in every paper would hold up the typing. */
export const MORE_CARDS = 150;

/** How many cards of a list are loaded and drawn: so many at first, and as many again whenever more are asked for. */
export function useCardLimit(list: string): { limit: number; showMore(): void } {
  const [more, setMore] = useState<{ list: string; cards: number }>();
  const limit = more?.list === list ? more.cards : MORE_CARDS;
  return { limit, showMore: () => setMore({ list, cards: limit + MORE_CARDS }) };
}
