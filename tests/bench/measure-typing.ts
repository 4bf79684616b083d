import type { Page } from 'puppeteer-core';
import { type ExtensionBrowser, eventually } from '../harness/browsers/extension-browser';
import { type Figure, toMedian } from './limits';

const PAGES = 5;
/** A fast typist. */
const KEY_MS = 70;
/** Typed while the papers are still being read, then once all are at hand. Every step of them is a query or a mistake. */
const FIRST_WORDS = '(agent* OR "tool use") language -survey';
const MORE_WORDS = ' upvotes:>=5 (planning OR title:robot*)';

/** What the page noted of itself, in ms. */
interface Notes {
  /** The longest piece of work that held the thread: from the browser's own list, which begins at 50. */
  longest: number;
  /** The longest wait of a timer that should ring all the time: no task is longer. */
  gap: number;
  /** The last key, and the last time an answer was complete. */
  typedAt: number;
  answeredAt: number;
}

declare const notes: Notes;

/**
 * Writes a topic anew in fresh pages, letter by letter (an existing one: the next size finds as many as before). The value
 * is the longest task of the page: the browser lists those of 50 ms and more, of shorter ones the longest wait of a timer
 * is an upper bound.
 */
export async function measureTyping(product: ExtensionBrowser): Promise<Pick<Figure, 'value' | 'detail'>> {
  const runs: { longest: number; first: number; then: number }[] = [];
  for (let i = 0; i < PAGES; i++) {
    const page = await product.openPage('options.html#topics');
    try {
      await page.bringToFront();
      await page.waitForSelector('textarea');
      await page.evaluate(takeNotes);
      await page.$eval('textarea', (field) => {
        field.focus();
        field.select();
      });
      const first = await typeAndWait(page, FIRST_WORDS);
      const then = await typeAndWait(page, MORE_WORDS);
      const { longest, gap } = await page.evaluate(() => notes);
      runs.push({ longest: longest > 0 ? longest : Math.min(50, gap), first, then });
    } finally {
      await page.close();
    }
  }
  const [first, then] = [runs.map((run) => run.first), runs.map((run) => run.then)].map(toMedian);
  const longest = runs.map((run) => run.longest);
  return {
    value: toMedian(longest),
    detail: `in the worst of ${PAGES} pages ${Math.max(...longest).toFixed(0)} ms; last key to final answer ${then?.toFixed(0)} ms, in a page just opened ${first?.toFixed(0)} ms`,
  };
}

async function typeAndWait(page: Page, text: string): Promise<number> {
  await page.keyboard.type(text, { delay: KEY_MS });
  return eventually(
    async () => {
      const { typedAt, answeredAt } = await page.evaluate(() => notes);
      return answeredAt > typedAt && answeredAt - typedAt;
    },
    { timeoutMs: 60_000, everyMs: 100, what: 'the final answer' },
  );
}

/** Runs in the page. */
function takeNotes(): void {
  const own: Notes = { longest: 0, gap: 0, typedAt: 0, answeredAt: 0 };
  Object.assign(globalThis, { notes: own });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) own.longest = Math.max(own.longest, duration);
  }).observe({ type: 'longtask' });
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    own.gap = Math.max(own.gap, now - last);
    last = now;
  }, 4);
  addEventListener('input', () => {
    own.typedAt = performance.now();
  });
  // A key that makes the query complete begins a question; the numbers are busy until its answer.
  new MutationObserver(() => {
    if (document.querySelector('.preview-figures')?.getAttribute('aria-busy') === 'false')
      own.answeredAt = performance.now();
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-busy'], childList: true });
}
