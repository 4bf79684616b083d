import type { Page } from 'puppeteer-core';
import { eventually } from '../../harness/browsers/extension-browser';
import type { Dice } from '../../harness/sample-feed/dice';
import { readBoth, readUser } from './stores';
import type { World } from './world';

/** Something a user can do, with its name for the report. */
export type Step = [what: string, act: () => Promise<unknown>];

/** Waits until the cards show what is stored: a key on a card that is behind would do nothing, or the opposite. */
async function untilShown(world: World, popup: Page): Promise<string[]> {
  return eventually(
    async () => {
      const { statuses } = await readUser(world);
      const shown = await popup.$$eval('[data-paper]', (cards) =>
        cards.map((card) => {
          const isPressed = (name: string) =>
            card.querySelector(`[aria-label="${name}"]`)?.getAttribute('aria-pressed') === 'true';
          const flags = [isPressed('Star'), isPressed('Read later'), isPressed('Dismiss')];
          return { id: card.getAttribute('data-paper') ?? '', flags: [...flags, card.classList.contains('is-read')] };
        }),
      );
      const isRight = shown.every(({ id, flags }) => {
        const status = statuses.find(({ paperId }) => paperId === id);
        const stored = [status?.starred, status?.later, status?.dismissed, status?.read];
        return stored.every((flag, i) => (flag?.value ?? false) === flags[i]);
      });
      return isRight && shown.map(({ id }) => id);
    },
    { timeoutMs: 10_000, what: 'cards as stored' },
  );
}

/** Clicks without the mouse: the page need not be in front. */
export async function click(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { timeout: 10_000 });
  await element?.evaluate((node) => (node as HTMLElement).click());
}

/** Presses a key as a user does, in the page in front and with the focus on a card. */
export async function pressKey(popup: Page, key: string, id?: string): Promise<void> {
  await popup.bringToFront();
  if (id !== undefined) await popup.focus(`[data-paper="${id}"] .card-title button`);
  await popup.keyboard.press(key as 'z');
}

/** Something that changes the marks of papers, by button, menu or key, or the key that takes the last one back. */
export async function toPopupStep(world: World, popup: Page, dice: Dice): Promise<Step> {
  const cards = await untilShown(world, popup);
  const id = cards.length > 0 ? dice.pick(cards) : undefined;
  const scopes = (await readUser(world)).journal.map(({ open }) => open);
  if (scopes.includes('papers') && (id === undefined || dice.chance(0.2))) return ['z', () => pressKey(popup, 'z')];
  if (id === undefined) throw new Error('no card and nothing to undo');
  const key = dice.pick(['s', 'l', 'x', 'd']);
  if (dice.chance(0.4)) return [`${key} on ${id}`, () => pressKey(popup, key, id)];
  const tool = dice.pick(['Star', 'Read later', 'Dismiss', 'Mark as', 'above', 'below', 'seen']);
  const unread = await popup.$$eval('[data-paper]:not(.is-read)', (all) =>
    all.map((card) => card.getAttribute('data-paper')),
  );
  const at = cards.indexOf(id);
  const around = tool === 'above' ? cards.slice(0, at) : cards.slice(at + 1);
  if (tool === 'seen' && (await popup.$('.popup-tool button')))
    return ['mark all as seen', () => click(popup, '.popup-tool button')];
  if ((tool === 'above' || tool === 'below') && around.some((other) => unread.includes(other)))
    return [`mark those ${tool} ${id}`, () => chooseInMenu(popup, id, `Mark those ${tool} as read`)];
  const name = ['Read later', 'Dismiss', 'Mark as'].find((one) => one === tool) ?? 'Star';
  return [`${name} ${id}`, () => click(popup, `[data-paper="${id}"] .card-tools button[aria-label^="${name}"]`)];
}

/** Makes a topic of an author whom none follows yet; nothing where every card's is followed. */
export async function toFollowStep(world: World, popup: Page, dice: Dice): Promise<Step | undefined> {
  const [cards, { papers, topics }] = [await untilShown(world, popup), await readBoth(world)];
  const queries = topics
    .filter(({ enabled, deletedAt }) => enabled && deletedAt === undefined)
    .map(({ query }) => query);
  const free = cards.flatMap((id) => {
    const author = papers.find((paper) => paper.id === id)?.authors[0]?.name ?? '';
    return queries.includes(`author:"${author}"`) ? [] : [{ id, author }];
  });
  if (free.length === 0) return undefined;
  const { id, author } = dice.pick(free);
  return [
    `follow ${author}`,
    async () => {
      // Whom a paper can be followed by stands in the menu of a card that is open.
      const title = `[data-paper="${id}"] .card-title button`;
      await click(popup, `${title}[aria-expanded="false"]`);
      await popup.waitForSelector(`${title}[aria-expanded="true"]`);
      await chooseInMenu(popup, id, `Follow ${author}`);
      await click(popup, title);
    },
  ];
}

async function chooseInMenu(popup: Page, id: string, words: string): Promise<void> {
  await click(popup, `[data-paper="${id}"] .card-tools button[aria-label="More"]`);
  await popup.waitForSelector('[role="menu"]');
  await popup.evaluate((words) => {
    const items = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    items.find((item) => item.textContent === words)?.click();
  }, words);
}
