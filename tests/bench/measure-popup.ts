import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { eventually } from '../harness/browsers/extension-browser';

/** Both kinds of popup are left alone between two openings: the first one's process must have come to rest. */
const SETTLE_MS = 200;

/**
 * Opens the true popup of an extension's toolbar button, reads one time from it and closes it.
 * `control` is a page of that extension.
 */
async function measureInPopup(browser: Browser, control: Page, read: (popup: Page) => Promise<number | undefined>) {
  await control.bringToFront();
  await wait(SETTLE_MS);
  // Node knows no origin of a chrome-extension URL.
  const address = new URL('popup.html', control.url()).href;
  const before = new Set(browser.targets());
  // Rejects now and then when no window is in front: ask again.
  const target = await eventually(
    async () => {
      await control.evaluate(() =>
        (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup(),
      );
      return browser.waitForTarget((one) => !before.has(one) && one.url() === address, {
        timeout: 2_000,
      });
    },
    { what: 'the popup' },
  );
  const popup = await target.asPage();
  try {
    return (await eventually(async () => (await read(popup)) ?? false, { what: 'the first paint' })) as number;
  } finally {
    await popup.close();
  }
}

/** First paint of the plain popup, ms since the start of its navigation. */
export function measurePlainPopup(browser: Browser, control: Page): Promise<number> {
  return measureInPopup(browser, control, (popup) =>
    popup.evaluate(() => performance.getEntriesByName('first-paint')[0]?.startTime),
  );
}

/**
 * The frame that showed the first real card, ms since the start of the popup's navigation: the browser's own list of
 * what it painted largest names the frame, so that nothing has to be put into the page.
 */
export function measureFirstCard(browser: Browser, control: Page): Promise<number> {
  return measureInPopup(browser, control, (popup) =>
    popup.evaluate(
      () =>
        new Promise<number | undefined>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            const paints = list.getEntries() as (PerformanceEntry & { element: Element | null })[];
            const card = paints.find(({ element }) => element?.closest('[data-paper]'));
            observer.disconnect();
            resolve(card?.startTime);
          });
          observer.observe({ type: 'largest-contentful-paint', buffered: true });
          setTimeout(() => resolve(undefined), 500);
        }),
    ),
  );
}
