import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../browsers/extension-browser';

export const OPTIONS_SIZE = { width: 1120, height: 760 };

/** Photographs the popup and the options into `directory`; returns the paths. */
export async function photograph(browser: ExtensionBrowser, directory: string): Promise<string[]> {
  mkdirSync(directory, { recursive: true });
  const popup = await browser.openPopupTab();
  const paths = [await shoot(popup, directory, `popup-${browser.name}.png`)];
  const options = await browser.openOptions();
  await options.setViewport(OPTIONS_SIZE);
  paths.push(await shoot(options, directory, `options-${browser.name}.png`));
  return paths;
}

/** Waits until the page has not changed for `quietMs`: fonts are in, live queries have answered, counts are counted. */
export async function waitUntilStill(page: Page, quietMs = 600): Promise<void> {
  await page.evaluate(
    (quietMs) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, quietMs);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, quietMs);
        }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
    quietMs,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function shoot(page: Page, directory: string, name: string): Promise<string> {
  await page.bringToFront();
  await waitUntilStill(page);
  const path = join(directory, name);
  await page.screenshot({ path: path as `${string}.png` });
  await page.close();
  return path;
}
