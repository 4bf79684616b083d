import type { Page } from 'puppeteer-core';
import type { Day } from '@/lib/core/days/day';
import { eventually } from '../browsers/extension-browser';

/** In the same place so often, it stands still: what is counted or read above it comes in between. */
const STILL_LOOKS = 3;

/**
 * Clicks what `selector` finds once it has stood still and nothing lies over it. Looked up and scrolled to anew each
 * time: puppeteer's own locator scrolls once, and waits in vain where the page has grown or drawn itself again since.
 */
export async function clickOn(page: Page, selector: string): Promise<void> {
  let last = '';
  let looks = 0;
  const { x, y } = await eventually(
    async () => {
      const point = await findPoint(page, selector);
      const now = JSON.stringify(point);
      looks = now === last ? looks + 1 : 1;
      last = now;
      return looks >= STILL_LOOKS && point;
    },
    { everyMs: 100, what: `a place to click "${selector}"` },
  );
  await page.mouse.click(x, y);
}

/** The middle of the element, where a click meets it and nothing else. */
async function findPoint(page: Page, selector: string): Promise<{ x: number; y: number } | undefined> {
  const element = await page.$(selector);
  const point = await element?.evaluate((element) => {
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    return element.contains(document.elementFromPoint(x, y)) ? { x, y } : undefined;
  });
  await element?.dispose();
  return point;
}

/** Clicks the button or link that is named so: by its label, or by its words. */
export function click(page: Page, name: string): Promise<void> {
  return clickOn(page, `::-p-aria([name="${name}"])`);
}

/** Chooses a day in the strip. */
export function chooseDay(page: Page, day: Day): Promise<void> {
  const number = String(Number(day.slice(8)));
  const button = `//*[contains(@class, "strip")]//button[normalize-space(.)="${number}"]`;
  return clickOn(page, `::-p-xpath(${button})`);
}

/** Opens the card whose title contains `words`. */
export function openCard(page: Page, words: string): Promise<void> {
  return clickOn(page, `::-p-xpath(//article[contains(., "${words}")]//h3/button)`);
}
