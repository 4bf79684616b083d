import type { Page } from 'puppeteer-core';
import { type ExtensionBrowser, eventually } from '../harness/browsers/extension-browser';
import { type Figure, toMedian } from './limits';
import { startRecording } from './record-tasks';

const PAGES = 5;
/** A fast typist. */
const KEY_MS = 70;
/** Typed while the papers are still being read, then once all are at hand. Every step of them is a query or a mistake. */
const FIRST_WORDS = '(agent* OR "tool use") language -survey';
const MORE_WORDS = ' upvotes:>=5 (planning OR title:robot*)';

/** What the page noted of itself, in ms: the last key, and the last time an answer was complete. */
interface Notes {
  typedAt: number;
  answeredAt: number;
}

declare const notes: Notes;

/**
 * Writes a topic anew in fresh pages, letter by letter (an existing one: the next size finds as many as before). The value
 * is the longest task of the page by the browser's own record, from its beginning to its end; how long the busiest had the
 * processor tells a slow page from a busy machine.
 */
export async function measureTyping(product: ExtensionBrowser): Promise<Pick<Figure, 'value' | 'detail'>> {
  const runs: { tookMs: number; workedMs: number; first: number; then: number }[] = [];
  for (let i = 0; i < PAGES; i++) {
    const page = await product.openPage('options.html#topics');
    try {
      await page.bringToFront();
      await page.waitForSelector('textarea');
      const recording = await startRecording(page);
      await page.evaluate(takeNotes);
      await page.$eval('textarea', (field) => {
        field.focus();
        field.select();
      });
      const first = await typeAndWait(page, FIRST_WORDS);
      const then = await typeAndWait(page, MORE_WORDS);
      runs.push({ ...(await recording.readLongestTask()), first, then });
    } finally {
      await page.close();
    }
  }
  const toMiddle = (key: keyof (typeof runs)[number]) => toMedian(runs.map((run) => run[key])).toFixed(0);
  const worst = Math.max(...runs.map(({ tookMs }) => tookMs));
  return {
    value: toMedian(runs.map(({ tookMs }) => tookMs)),
    detail: `none had the processor for more than ${toMiddle('workedMs')} ms; in the worst of ${PAGES} pages ${worst.toFixed(0)} ms; last key to final answer ${toMiddle('then')} ms, in a page just opened ${toMiddle('first')} ms`,
  };
}

async function typeAndWait(page: Page, text: string): Promise<number> {
  await page.keyboard.type(text, { delay: KEY_MS });
  return eventually(
    async () => {
      const { typedAt, answeredAt, shown } = await page.evaluate(() => ({
        ...notes,
        shown: `"${document.querySelector('textarea')?.value}", ${document.querySelector('.preview-figures')?.outerHTML}`,
      }));
      if (answeredAt <= typedAt) throw new Error(`Typed at ${typedAt}, answered at ${answeredAt}: ${shown}`);
      return answeredAt - typedAt;
    },
    { timeoutMs: 60_000, everyMs: 100, what: 'the final answer' },
  );
}

/** Runs in the page. */
function takeNotes(): void {
  const own: Notes = { typedAt: 0, answeredAt: 0 };
  Object.assign(globalThis, { notes: own });
  addEventListener('input', () => {
    own.typedAt = performance.now();
  });
  // A key that makes the query complete begins a question; the numbers are busy until its answer.
  new MutationObserver(() => {
    if (document.querySelector('.preview-figures')?.getAttribute('aria-busy') === 'false')
      own.answeredAt = performance.now();
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-busy'], childList: true });
}
