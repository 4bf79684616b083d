import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectCopied, readCopyItems, startMadeWorld } from '../e2e/support/made-world';
import { readPopupText, untilPopup } from '../e2e/support/popup-page';
import { click } from '../e2e/support/popup-steps';
import { readUser } from '../e2e/support/stores';
import { BROWSER, type World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';

declare const copyLock: { release(): void };

const WITHIN_MS = 5_000;

let world: World;
beforeAll(async () => {
  world = await startMadeWorld();
  return () => world.close();
});
beforeEach(async () => {
  await expectCopied(world);
});

/** The page that does something stands in line for the copy, and is closed before its turn: the same in every run. */
async function holdCopy(): Promise<() => Promise<void>> {
  const page = await world.browser.controlPage();
  await page.evaluate(
    () =>
      new Promise<void>((granted) => {
        void navigator.locks.request('copy', () => {
          granted();
          return new Promise<void>((release) => Object.assign(globalThis, { copyLock: { release } }));
        });
      }),
  );
  return () => page.evaluate(() => copyLock.release());
}

async function openPopup(): Promise<Page> {
  const popup = await world.browser.openPopup();
  await untilPopup(popup, 'the list', ({ cards }) => cards.length >= 3);
  await popup.waitForSelector('.card-tools');
  return popup;
}

/** Presses the star of the last card, and returns when the database has it. */
async function pressStar(popup: Page): Promise<void> {
  const id = (await readPopupText(popup)).cards.at(-1) ?? '';
  const readAt = async () => (await readUser(world)).statuses.find(({ paperId }) => paperId === id)?.starred?.at;
  const before = await readAt();
  await click(popup, `[data-paper="${id}"] [aria-label="Star"]`);
  await eventually(async () => (await readAt()) !== before, { what: 'the star', everyMs: 10 });
}

async function chooseTheme(options: Page): Promise<void> {
  const before = JSON.stringify((await readUser(world)).settings);
  await click(options, 'input[value="light"]');
  await eventually(async () => JSON.stringify((await readUser(world)).settings) !== before, { what: 'the theme' });
}

async function isBehind(): Promise<boolean> {
  const outbox = await world.browser.readStore<{ key: string }>('daily-papers-user', 'outbox');
  return outbox.some(({ key }) => key !== 'written');
}

/** Without a page: the page this is read from runs none of the extension's code. */
async function expectCopiedSoon(): Promise<void> {
  await eventually(async () => !(await isBehind()), { what: 'the copy', timeoutMs: WITHIN_MS });
  await expectCopied(world);
}

describe('a page is closed before it has copied what was done in it', () => {
  it.each<[string, () => Promise<Page>, (page: Page) => Promise<void>]>([
    ['a star in the popup', openPopup, pressStar],
    ['a choice in the options', () => world.browser.openPage('options.html#appearance'), chooseTheme],
  ])('%s is in the copy within seconds all the same, though the worker slept', async (_what, open, act) => {
    const page = await open();
    await world.browser.killWorker();
    const before = await readCopyItems(world);
    const release = await holdCopy();
    await act(page);
    await page.close();
    expect(await isBehind()).toBe(true);
    expect(await readCopyItems(world)).toEqual(before);
    await release();
    await expectCopiedSoon();
    expect(await readCopyItems(world)).not.toEqual(before);
  });

  it('is copied at the next alarm where the worker is killed on the way', async () => {
    const popup = await openPopup();
    const release = await holdCopy();
    await pressStar(popup);
    await popup.close();
    const control = await world.browser.controlPage();
    const isInLine = () =>
      control.evaluate(async () => (await navigator.locks.query()).pending?.some(({ name }) => name === 'copy'));
    await eventually(isInLine, { what: 'the worker in line' });
    await world.browser.killWorker();
    await release();
    expect(await isInLine()).toBe(false);
    expect(await isBehind()).toBe(true);
    await world.browser.wakeAlarm('midnight');
    await expectCopiedSoon();
  });

  it.each([10, 30, 60])('a star is in the copy when the popup is closed %i ms after the click', async (ms) => {
    const popup = await openPopup();
    await world.browser.killWorker();
    const id = (await readPopupText(popup)).cards.at(-1) ?? '';
    const star = `[data-paper="${id}"] [aria-label="Star"]`;
    if (BROWSER === 'chromium') {
      await popup.evaluate(clickAndClose, star, ms).catch(() => undefined);
      await eventually(() => popup.isClosed(), { what: 'the end of the popup' });
    } else {
      // Its driver hears nothing of a window that closes itself.
      await click(popup, star);
      await wait(ms);
      await popup.close();
    }
    await expectCopiedSoon();
  });
});

/** Runs in the popup: closes it as the browser does, which loses in Chromium what it sends meanwhile. */
function clickAndClose(selector: string, afterMs: number): void {
  document.querySelector<HTMLElement>(selector)?.click();
  setTimeout(() => close(), afterMs);
}
