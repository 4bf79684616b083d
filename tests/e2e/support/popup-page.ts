import type { ElementHandle, Page } from 'puppeteer-core';
import { eventually } from '../../harness/browsers/extension-browser';

/** What the popup shows, as text. */
export interface PopupText {
  heading: string;
  summary: string;
  /** The state of the feed. */
  note: string;
  /** Ids of the cards in their order. */
  cards: string[];
  /** Number of each tab, by name; `undefined` while it is not counted. */
  tabs: Record<string, number | undefined>;
  all: string;
}

export function readPopupText(page: Page): Promise<PopupText> {
  return page.evaluate(() => {
    const tabs = [...document.querySelectorAll('[role="tab"]')].map((tab) => {
      const count = tab.querySelector('.tab-count')?.textContent ?? '';
      return [tab.querySelector('.tab-name')?.textContent ?? '', count === '' ? undefined : Number(count)];
    });
    return {
      heading: document.querySelector('h1')?.textContent ?? '',
      summary: (document.querySelector('.day-summary')?.textContent ?? '').replace('\u200b', ''),
      note: document.querySelector('.feed-words')?.textContent ?? '',
      cards: [...document.querySelectorAll('[data-paper]')].map((card) => card.getAttribute('data-paper') ?? ''),
      tabs: Object.fromEntries(tabs) as Record<string, number | undefined>,
      // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the user sees.
      all: document.body.innerText,
    };
  });
}

/** Waits until the popup shows what `isThere` asks for, and returns all of it. */
export async function untilPopup(
  page: Page,
  what: string,
  isThere: (text: PopupText) => boolean,
  timeoutMs = 15_000,
): Promise<PopupText> {
  let last: PopupText | undefined;
  try {
    return await eventually(
      async () => {
        last = await readPopupText(page);
        return isThere(last) && last;
      },
      { timeoutMs, what },
    );
  } catch (error) {
    throw new Error(`${what} did not come; the popup shows ${JSON.stringify(last)}`, { cause: error });
  }
}

/** Clicks the button with this name (its label for screen readers), where it is. */
export async function press(page: Page, name: string, within = ''): Promise<void> {
  await clickOn(page, `${within} button[aria-label="${name}"]`);
}

/** Clicks the button or link with exactly this text. */
export async function pressText(page: Page, text: string, within = 'body'): Promise<void> {
  const element = await eventually(
    async () => {
      const handle = await page.evaluateHandle(
        (text, within) =>
          [...document.querySelectorAll(`${within} :is(button, a, label)`)].find(
            (element) => element.textContent?.trim() === text,
          ) ?? null,
        text,
        within,
      );
      return handle.asElement();
    },
    { what: `a button "${text}"` },
  );
  await clickStill(element as unknown as ElementHandle);
}

/** Clicks an element that stands still: what is read above it pushes it away from under the pointer. */
async function clickStill(element: ElementHandle): Promise<void> {
  let last = '';
  await eventually(
    async () => {
      const before = last;
      last = JSON.stringify(await element.boundingBox());
      return last === before;
    },
    { everyMs: 150, what: 'a button that stands still' },
  );
  await element.click();
}

export async function clickOn(page: Page, selector: string): Promise<void> {
  const element = await page.waitForSelector(selector, { timeout: 10_000 });
  if (element) await clickStill(element as ElementHandle);
}

/** Waits until a page says these words, through its reloads. */
export async function untilText(page: Page, words: string, timeoutMs = 20_000): Promise<void> {
  let last = '';
  await eventually(
    async () => {
      // Why a page can't be asked must not look like a page without a text.
      last = await page.evaluate(() => document.body.textContent ?? '').catch(String);
      return last.includes(words);
    },
    { what: `“${words}”`, timeoutMs },
  ).catch((error: unknown) => {
    throw new Error(`“${words}” did not come; the page says: ${last.trim().replace(/\s+/g, ' ').slice(0, 600)}`, {
      cause: error,
    });
  });
}
