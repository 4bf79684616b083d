import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { eventually } from '../harness/browsers/extension-browser';

/** Both kinds of popup are left alone between two openings: what the last one left to do must have come to rest. */
const SETTLE_MS = 250;
/** Asked only then: whoever asks shares the thread with the popup. */
const PAINTED_MS = 400;

/** The part of `chrome` that the pages of both extensions have. */
interface ChromeApi {
  action: { openPopup(): Promise<void> };
  storage: { session: { clear(): Promise<void> } };
  extension: { getViews(of: { type: 'popup' }): (Window & typeof globalThis)[] };
}

declare const chrome: ChromeApi;

/** What the browser says of a painted frame. */
type Paint = PerformanceEntry & { element?: Element | null };

/** First paint of the plain popup, ms since the start of its navigation. */
export function measurePlainPopup(control: Page): Promise<number> {
  return measureInPopup(control, 'paint', undefined);
}

/**
 * The frame that showed the first real card, ms since the start of the popup's navigation: the browser's own list of
 * the largest things it painted names the frame, so that nothing has to be put into the page.
 */
export async function measureFirstCard(control: Page, { kept = true } = {}): Promise<number> {
  // What the last popup asked for when it closed has been done, or it would be kept again.
  if (!kept) {
    await wait(SETTLE_MS);
    await control.evaluate(() => chrome.storage.session.clear());
  }
  return measureInPopup(control, 'largest-contentful-paint', '[data-paper]');
}

/**
 * Opens the true popup of the toolbar button, reads the first entry of a kind (of an element inside `selector`) and
 * closes it. `control` is a page of the same extension: it reaches into the popup as one page into another, without a
 * debugger.
 */
async function measureInPopup(control: Page, kind: string, selector: string | undefined): Promise<number> {
  await control.bringToFront();
  await wait(SETTLE_MS);
  // Rejects now and then when no window is in front: ask again.
  await eventually(() => control.evaluate(() => chrome.action.openPopup().then(() => true)), { what: 'the popup' });
  await wait(PAINTED_MS);
  const at = await eventually(() => control.evaluate(readPaint, kind, selector ?? null), { what: 'the first paint' });
  await control.evaluate(() => {
    for (const popup of chrome.extension.getViews({ type: 'popup' })) popup.close();
  });
  return at;
}

/** Runs in the control page. */
function readPaint(kind: string, selector: string | null): Promise<number | undefined> {
  return new Promise((resolve) => {
    const [popup] = chrome.extension.getViews({ type: 'popup' });
    if (!popup) return resolve(undefined);
    setTimeout(() => resolve(undefined), 1_000);
    new popup.PerformanceObserver((list) => {
      const paints = list.getEntries() as Paint[];
      const first = paints.find(({ element }) => selector === null || element?.closest(selector));
      resolve(first?.startTime);
    }).observe({ type: kind, buffered: true });
  });
}
