import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './browsers/extension-browser';
import { POPUP_SIZE } from './browsers/extension-browser';
import { launchChromium } from './browsers/launch-chromium';
import { createSampleFeed } from './sample-feed/sample-feed';
import { startServer } from './stand-in/server';
import { createStandIn } from './stand-in/stand-in';
import { pickExampleTopics } from './start/example-topics';
import { OPTIONS_SIZE, waitUntilStill } from './start/photograph';
import { waitForSync } from './start/report';
import { drawContactSheet } from './states/contact-sheet';
import { runTool } from './suite/commands';

const DIRECTORY = '.github/screenshots';
const SHEET_DIRECTORY = '.output/contact-sheet';
const SCALE = 2;
const TOPICS = ['Language agents', 'Video generation', 'Reasoning', 'Robot learning'];

/**
 * `npm run screenshots`: the pictures of the README, from the production build and the sample feed, and the sheet of
 * every state. The sheet is not committed: a megabyte at each change of a colour.
 * `npm run screenshots -- sheet offline`: only the sheet, of the states whose name contains "offline".
 * `npm run screenshots -- readme`: only the pictures of the README.
 */
async function main(): Promise<void> {
  const [only, filter = ''] = process.argv.slice(2);
  for (const step of ['../tests/harness/generate-parser.mjs', 'wxt/bin/wxt.mjs'])
    if ((await runTool(step, step.startsWith('wxt') ? ['build', '-b', 'chrome'] : [])) !== 0) process.exit(1);
  if (only !== 'sheet') await shootForReadme();
  if (only !== 'readme') console.log(await drawContactSheet(SHEET_DIRECTORY, filter));
}

async function shootForReadme(): Promise<void> {
  mkdirSync(DIRECTORY, { recursive: true });
  const server = await startServer(createStandIn({ feed: createSampleFeed() }));
  const browser = await launchChromium({ standIn: server, scale: SCALE });
  try {
    await pickExampleTopics(browser, TOPICS);
    await waitForSync(browser);
    await shootPopup(browser);
    await shootOptions(browser);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The new matches; in the dark with a card open, so that both are on show. One page: a second would find them seen. */
async function shootPopup(browser: ExtensionBrowser): Promise<void> {
  const page = await browser.openPopupTab();
  await paint(page, 'light', POPUP_SIZE);
  await page.locator('[role="tab"]:nth-of-type(2)').click();
  await shoot(page, 'popup-light');
  await paint(page, 'dark', POPUP_SIZE);
  await page.locator(`::-p-xpath(//article[contains(., "${TOPICS[0]}")]//h3/button)`).click();
  await waitUntilStill(page);
  await page.evaluate(() => {
    const card = document.querySelector<HTMLElement>('.card.is-open');
    // The day's heading sticks to the top and would hide the title.
    card?.style.setProperty('scroll-margin-top', '30px');
    card?.scrollIntoView({ block: 'start' });
  });
  await shoot(page, 'popup-dark');
  await page.close();
}

async function shootOptions(browser: ExtensionBrowser): Promise<void> {
  const page = await browser.openOptions();
  for (const theme of ['light', 'dark'] as const) {
    await paint(page, theme, OPTIONS_SIZE);
    await shoot(page, `options-${theme}`);
  }
  await page.close();
}

async function paint(page: Page, theme: 'light' | 'dark', size: { width: number; height: number }): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.setViewport({ ...size, deviceScaleFactor: SCALE });
}

async function shoot(page: Page, name: string): Promise<void> {
  // A pointer that rests on a card would show its actions.
  await page.mouse.move(0, 0);
  await waitUntilStill(page);
  await page.screenshot({ path: `${DIRECTORY}/${name}.png` });
  console.log(`${DIRECTORY}/${name}.png`);
}

await main();
