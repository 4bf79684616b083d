import type { Page } from 'puppeteer-core';
import { eventually } from '../browsers/extension-browser';
import { SIZES, type State, THEMES, type Theme, toStateTitle } from './state';
import type { StateWorld } from './worlds';

const DEFAULT_TEXT_PX = 16;
const DEFAULT_MONO_PX = 13;
const EXCERPT = 240;

/** What is done with a state once it is on the screen, in one theme after the other. */
export type Visitor = (page: Page, theme: Theme) => Promise<void>;

/**
 * Brings a page of `world` into the state, shows it to `visitor` in both themes, and takes everything back.
 * @throws Error where the page does not show the words by which the state is known.
 */
export async function visitState(state: State, world: StateWorld, visitor: Visitor): Promise<void> {
  await world.rewind();
  await state.before?.(world);
  const page = await openState(state, world);
  try {
    await state.act?.(page, world);
    await untilShown(page, state);
    for (const theme of THEMES) {
      await showTheme(page, theme, state);
      await visitor(page, theme);
    }
  } finally {
    await page.close({ runBeforeUnload: false });
    await state.after?.(world);
  }
}

/** A tab of its own, in front, as large as the state wants it, before its first script has run. */
async function openState(state: State, { browser }: StateWorld): Promise<Page> {
  const page = await browser.browser.newPage();
  await page.setViewport(state.size ?? SIZES[state.surface]);
  if (state.inject) await page.evaluateOnNewDocument(toPageScript(state.inject));
  await showTheme(page, 'light', state);
  await page.goto(`${browser.baseUrl}${state.surface}.html${state.hash ?? ''}`);
  // The renderer of the blank page forgets it at the first navigation.
  if (state.textScale !== undefined) await scaleText(page, state.textScale);
  return page;
}

/** Runs it by itself in the page, also where tsx has put a helper of its own into it, `__name`, which no page knows. */
function toPageScript(inject: () => void): string {
  return `(() => { const __name = (made) => made; (${inject})(); })();`;
}

/** The text size of the browser's settings, which pages follow by `rem`. */
async function scaleText(page: Page, scale: number): Promise<void> {
  const session = await page.createCDPSession();
  const fontSizes = { standard: DEFAULT_TEXT_PX * scale, fixed: DEFAULT_MONO_PX * scale };
  await session.send('Page.setFontSizes', { fontSizes });
}

async function showTheme(page: Page, theme: Theme, { withMotion }: State): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: withMotion ? 'no-preference' : 'reduce' },
  ]);
}

async function untilShown(page: Page, state: State): Promise<void> {
  const { shows } = state;
  let text = '';
  try {
    await eventually(async () => {
      // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the user sees.
      text = await page.evaluate(() => document.body.innerText);
      return typeof shows === 'string' ? text.includes(shows) : shows.test(text);
    });
  } catch (error) {
    throw new Error(`${toStateTitle(state)} does not show ${shows}; it shows: ${toExcerpt(text)}`, { cause: error });
  }
}

/** Beginning and end of what a page shows: all of it is a day of abstracts. */
function toExcerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 2 * EXCERPT ? line : `${line.slice(0, EXCERPT)} … ${line.slice(-EXCERPT)}`;
}
