import type { Page } from 'puppeteer-core';
import type { Dice } from '../../harness/sample-feed/dice';

/** By the beginning of their names. */
const TOOLS = ['Star', 'Read later', 'Mark as', 'Dismiss'];

/** Presses `count` tools of cards within one turn of the page: the first is not stored when the last is pressed. */
export async function pressMany(popup: Page, count: number, dice: Dice): Promise<void> {
  const ids = await popup.$$eval('[data-paper]', (cards) => cards.map((card) => card.getAttribute('data-paper') ?? ''));
  // Each tool of a card once: pressed twice before it is drawn anew, it would ask for the same twice.
  const all = ids.flatMap((id) => TOOLS.map((tool) => ({ id, tool })));
  // A list of dismissed papers would leave nothing to press.
  const isChosen = ({ tool }: { tool: string }) => tool !== 'Dismiss' || (ids.length > 4 && dice.chance(0.2));
  await popup.evaluate(
    (presses) => {
      for (const { id, tool } of presses)
        document.querySelector<HTMLElement>(`[data-paper="${id}"] .card-tools button[aria-label^="${tool}"]`)?.click();
    },
    dice.sample(all.filter(isChosen), count),
  );
}

/** Presses the key that takes back, so many times within one turn of the page. */
export function pressUndo(popup: Page, times: number): Promise<void> {
  return popup.evaluate((times) => {
    for (let i = 0; i < times; i++)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true, cancelable: true }));
  }, times);
}
