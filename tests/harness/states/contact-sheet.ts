import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { requireBrowser } from '../browsers/find-browser';
import { waitUntilStill } from '../start/photograph';
import { type StatePicture, toSheet } from './sheet-page';
import { SIZES, type Size, type State, type Theme, toStateTitle } from './state';
import { STATES } from './table';
import { visitState } from './visit';
import { openWorld, type StateWorld, WORLDS } from './worlds';

/** Wide enough for six popups and their twins, half as large as they are. */
const SHEET_SIZE: Size = { width: 2_600, height: 1_000 };

/**
 * Draws every state in both themes into `directory`: a picture each, a page that shows them all with their names, and
 * the page as one picture. `filter`: only states whose title contains it.
 */
export async function drawContactSheet(directory: string, filter = ''): Promise<string> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const states = STATES.filter((state) => toStateTitle(state).includes(filter));
  const pictures: StatePicture[] = [];
  const failures: unknown[] = [];
  for (const name of WORLDS) {
    const own = states.filter(({ world }) => world === name);
    if (own.length === 0) continue;
    const world = await openWorld(name);
    try {
      for (const state of own) {
        // One state that can't be reached must not hide the others.
        await drawState(directory, state, world).then(
          (picture) => pictures.push(picture),
          (error) => failures.push(error),
        );
      }
    } finally {
      await world.close();
    }
  }
  const titles = STATES.map(toStateTitle);
  pictures.sort((a, b) => titles.indexOf(a.title) - titles.indexOf(b.title));
  const page = resolve(directory, 'index.html');
  writeFileSync(page, toSheet(pictures));
  const sheet = join(directory, 'sheet.png');
  await shootSheet(page, sheet);
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
  return sheet;
}

async function drawState(directory: string, state: State, world: StateWorld): Promise<StatePicture> {
  const files: Record<Theme, string> = { light: '', dark: '' };
  await visitState(state, world, async (page, theme) => {
    files[theme] = `${toStateTitle(state).replace(/[^a-z\d]+/gi, '-')}-${theme}.png`;
    await drawPage(page, join(directory, files[theme]));
  });
  console.log(toStateTitle(state));
  return { title: toStateTitle(state), size: state.size ?? SIZES[state.surface], files };
}

async function drawPage(page: Page, path: string): Promise<void> {
  await page.bringToFront();
  // A pointer that rests on a card would show its actions.
  await page.mouse.move(0, 0);
  await waitUntilStill(page, 250);
  await page.screenshot({ path: path as `${string}.png` });
}

async function shootSheet(html: string, path: string): Promise<void> {
  const browser = await puppeteer.launch({
    executablePath: await requireBrowser('chromium'),
    defaultViewport: SHEET_SIZE,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(html).href, { waitUntil: 'load' });
    await page.screenshot({ path: path as `${string}.png`, fullPage: true });
  } finally {
    await browser.close();
  }
}
