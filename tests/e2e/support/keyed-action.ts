import type { Page } from 'puppeteer-core';
import { eventually } from '../../harness/browsers/extension-browser';
import { expectFocus, expectSpoken, readFocus, tabTo } from './keyboard';
import type { World } from './world';

/** Something a page can do, done by keys alone. */
export interface KeyedAction {
  what: string;
  /** What has to be stored, or to be forgotten, before. */
  prepare?(world: World): Promise<unknown>;
  keys(page: Page): Promise<unknown>;
  /** What is true once it was done, and was not before. */
  done(page: Page, world: World): Promise<unknown>;
}

/** Does them one after the other in the same page; after each the focus is on something. */
export async function performByKeys(world: World, page: Page, actions: readonly KeyedAction[]): Promise<void> {
  for (const { what, prepare, keys, done } of actions) {
    await prepare?.(world);
    if (await done(page, world)) throw new Error(`It is as if this had been done before: ${what}`);
    await keys(page);
    await eventually(() => done(page, world), { what });
    await eventually(() => expectFocus(page, what), { what: `a focus after ${what}`, timeoutMs: 5_000 });
  }
}

type PressedKey = 'Enter' | ' ' | 'ArrowDown' | 'ArrowRight';

/** Tabs to what is named so where the focus is not there yet, hears its name, and presses `keys` there. */
export async function pressOn(page: Page, name: string | RegExp, ...keys: PressedKey[]): Promise<void> {
  const focus = await readFocus(page);
  const isThere = focus && (typeof name === 'string' ? focus.name === name : name.test(focus.name));
  // Not once round a dialog: its way leads over Firefox's toolbar (see `goRound`).
  if (!isThere) await tabTo(page, name);
  await expectSpoken(page, name);
  for (const key of keys) await page.keyboard.press(key);
}

/** Tabs backwards to what is named so, hears its name, and presses Enter there. */
export async function pressBefore(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name, { back: true });
  await expectSpoken(page, name);
  await page.keyboard.press('Enter');
}

const MOST_ITEMS = 14;

/** Chooses an item of the menu that was just opened, by the arrows. */
export async function chooseItem(page: Page, item: RegExp): Promise<void> {
  await eventually(() => page.$('[role="menuitem"]:focus'), { what: `a menu with ${String(item)}` });
  for (let step = 0; step < MOST_ITEMS; step += 1) {
    const focus = await readFocus(page);
    if (focus && item.test(focus.name)) {
      await expectSpoken(page, item);
      return page.keyboard.press('Enter');
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No ${String(item)} in the menu`);
}

/** True where what `selector` finds has words like these. */
export function hasWords(page: Page, selector: string, words: RegExp): Promise<boolean> {
  return page.$$eval(
    selector,
    (found, source) => found.some((one) => new RegExp(source).test(one.textContent ?? '')),
    words.source,
  );
}
