import type { Page } from 'puppeteer-core';

/** Goes to a part of the options, and waits for what stands there. */
export async function openSection(options: Page, hash: string, there: string): Promise<void> {
  await options.evaluate((hash) => {
    location.hash = hash;
  }, hash);
  await options.waitForSelector(there, { timeout: 10_000 });
}
