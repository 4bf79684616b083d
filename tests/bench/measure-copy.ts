import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { eventually } from '../harness/browsers/extension-browser';
import type { Stage } from './bench-browser';
import { type Figure, toMedian } from './limits';
import { withMarkedPapers } from './marked-papers';

interface Action {
  setBadgeText(details: object): Promise<void>;
}
interface StorageChange {
  newValue?: unknown;
}
interface ChromeApi {
  action: Action;
  storage: {
    onChanged: { addListener(run: (changes: Record<string, StorageChange>, area: string) => void): void };
  };
}
declare const self: { browser?: ChromeApi; chrome: ChromeApi };
declare const notes: { pressedAt: number; paintedAt: number; bytes: number; release(): void };

const CLICKS = 31;
const WARM_UPS = 3;
/** What a click leaves to be done has come to rest. Below the time after which a lock that is waited for is taken away. */
const SETTLE_MS = 250;

type Measured = Pick<Figure, 'value' | 'detail'>;

/**
 * From a key that marks a paper to the badge that stands: with the copy written beside it, and with the copy held back by
 * its lock, in turn. The value is the difference of the medians; what the outbox costs is in both.
 */
export async function measureClick({ product, papers }: Stage): Promise<Measured> {
  return withMarkedPapers(product, papers, async () => {
    const control = await product.controlPage();
    const popup = await product.openPopupTab();
    await popup.waitForSelector('.card-tools');
    await popup.bringToFront();
    await popup.keyboard.press('j');
    await popup.evaluate(noteBadge);
    const [held, free]: [number[], number[]] = [[], []];
    for (let i = -WARM_UPS; i < CLICKS; i++) {
      await control.evaluate(holdCopy);
      const without = await click(popup);
      await control.evaluate(() => notes.release());
      await wait(SETTLE_MS);
      const withCopy = await click(popup);
      await wait(SETTLE_MS);
      if (i < 0) continue;
      held.push(without);
      free.push(withCopy);
    }
    await popup.close();
    const [ours, plain] = [toMedian(free), toMedian(held)];
    return { value: Math.max(0, ours - plain), detail: `${ours.toFixed(1)} ms, without it ${plain.toFixed(1)} ms` };
  });
}

/** Everything that is written to the storage for one paper that is marked, keys and manifest included, in kB. */
export async function measureCopyBytes({ product, papers }: Stage): Promise<Measured> {
  return withMarkedPapers(product, papers, async () => {
    const control = await product.controlPage();
    await control.evaluate(noteBytes);
    const popup = await product.openPopupTab();
    await popup.waitForSelector('.card-tools');
    await popup.bringToFront();
    await popup.keyboard.press('j');
    await popup.evaluate(noteBadge);
    const written: number[] = [];
    for (let i = 0; i < 6; i++) {
      await control.evaluate(() => {
        notes.bytes = 0;
      });
      await click(popup);
      await wait(2 * SETTLE_MS);
      written.push((await control.evaluate(() => notes.bytes)) / 1_000);
    }
    await popup.close();
    return { value: Math.max(...written), detail: `in the median ${toMedian(written).toFixed(1)} kB` };
  });
}

/** Stars the paper that has the focus, or takes the star away. */
async function click(popup: Page): Promise<number> {
  await popup.evaluate(() => {
    notes.paintedAt = 0;
  });
  await popup.keyboard.press('s');
  return eventually(() => popup.evaluate(() => notes.paintedAt > 0 && notes.paintedAt - notes.pressedAt), {
    what: 'the badge after a click',
    everyMs: 20,
  });
}

/** Runs in the popup: when a key was pressed, and when the badge stood after it. */
function noteBadge(): void {
  Object.assign(globalThis, { notes: { pressedAt: 0, paintedAt: 0 } });
  addEventListener(
    'keydown',
    () => {
      notes.pressedAt = performance.now();
    },
    { capture: true },
  );
  const { action } = self.browser ?? self.chrome;
  const paint = action.setBadgeText.bind(action);
  action.setBadgeText = async (details) => {
    await paint(details);
    notes.paintedAt = performance.now();
  };
}

/** Runs in another page of the extension: who writes the copy stands in line. */
function holdCopy(): Promise<void> {
  return new Promise((granted) => {
    void navigator.locks.request(
      'copy',
      () =>
        new Promise<void>((release) => {
          Object.assign(globalThis, { notes: { release } });
          granted();
        }),
    );
  });
}

/** Runs in another page of the extension: adds up what is written. */
function noteBytes(): void {
  Object.assign(globalThis, { notes: { bytes: 0 } });
  const { storage } = self.browser ?? self.chrome;
  storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    for (const [key, { newValue }] of Object.entries(changes))
      notes.bytes += new TextEncoder().encode(JSON.stringify({ [key]: newValue })).length;
  });
}
