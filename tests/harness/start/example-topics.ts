import type { Page } from 'puppeteer-core';
import { EXAMPLE_TOPICS } from '@/lib/core/topics/examples';
import { type ExtensionBrowser, eventually } from '../browsers/extension-browser';

/** Names of the ready-made topics that are picked for a demonstration. */
export const DEMONSTRATION_TOPICS = ['Language agents', 'Video generation', 'Interpretability'];

/** Picks ready-made topics in the options, as a user does: opens the examples, presses Add for each, then Done. */
export async function pickExampleTopics(
  browser: ExtensionBrowser,
  names: readonly string[] = DEMONSTRATION_TOPICS,
): Promise<void> {
  const unknown = names.find((name) => !EXAMPLE_TOPICS.some((example) => example.name === name));
  if (unknown !== undefined) throw new Error(`There is no ready-made topic "${unknown}"`);
  const page = await browser.openOptions();
  await press(page, '::-p-text(Pick from examples)');
  for (const name of names) await press(page, `button[aria-label="Add ${name}"]`);
  await eventually(async () => (await browser.readStore('daily-papers-user', 'topics')).length >= names.length, {
    what: `${names.length} stored topics`,
  });
  await press(page, 'dialog ::-p-text(Done)');
  await page.close();
}

async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).setTimeout(15_000).click();
}
