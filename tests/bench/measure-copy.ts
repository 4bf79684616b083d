import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../harness/browsers/extension-browser';
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

/** What a page notes of itself. */
interface Notes {
  bytes: number;
  done: (() => void) | undefined;
  click(): Promise<number>;
}
declare const notes: Notes;

/** Single clicks scatter by more than the limit: fewer pairs, and the median jumps by 3 ms from run to run. */
const CLICKS = 81;
const WARM_UPS = 3;
/** What a click leaves to be done has come to rest. Below the time after which a lock that is waited for is taken away. */
const SETTLE_MS = 250;

type Measured = Pick<Figure, 'value' | 'detail'>;

/**
 * From a key that marks a paper to the badge that stands: with the copy written beside it, and with the copy held back by
 * its lock, in turn. The value is the median of what a click took more than the one before it; what the outbox costs is in
 * both.
 */
export async function measureClick({ product, papers }: Stage): Promise<Measured> {
  return withMarkedPapers(product, papers, async () => {
    const popup = await openWithNotes(product);
    const pairs = await popup.evaluate(clickInPairs, CLICKS + WARM_UPS, SETTLE_MS);
    await popup.close();
    const counted = pairs.slice(WARM_UPS);
    const more = toMedian(counted.map(({ held, free }) => free - held));
    const [ours, plain] = [toMedian(counted.map(({ free }) => free)), toMedian(counted.map(({ held }) => held))];
    return { value: Math.max(0, more), detail: `${ours.toFixed(1)} ms, without it ${plain.toFixed(1)} ms` };
  });
}

/** Everything that is written to the storage for one paper that is marked, keys and manifest included, in kB. */
export async function measureCopyBytes({ product, papers }: Stage): Promise<Measured> {
  return withMarkedPapers(product, papers, async () => {
    const control = await product.controlPage();
    await control.evaluate(noteBytes);
    const popup = await openWithNotes(product);
    const written: number[] = [];
    for (let i = 0; i < 6; i++) {
      await control.evaluate(() => {
        notes.bytes = 0;
      });
      await popup.evaluate(() => notes.click());
      await wait(2 * SETTLE_MS);
      written.push((await control.evaluate(() => notes.bytes)) / 1_000);
    }
    await popup.close();
    return { value: Math.max(...written), detail: `in the median ${toMedian(written).toFixed(1)} kB` };
  });
}

/** The popup, its first card with the focus, able to say how long a click takes. */
async function openWithNotes(product: ExtensionBrowser): Promise<Page> {
  const popup = await product.openPopupTab();
  await popup.waitForSelector('.card-tools');
  await popup.bringToFront();
  await popup.keyboard.press('j');
  // The compiler marks functions with a helper that the page does not know.
  await popup.evaluate('globalThis.__name = (named) => named');
  await popup.evaluate(noteClicks);
  return popup;
}

/**
 * Runs in the popup: `click` stars the paper that has the focus, or takes the star away, and tells after how many ms the
 * badge stood. All inside the page: a debugger that asks meanwhile would be measured.
 */
function noteClicks(): void {
  const { action } = self.browser ?? self.chrome;
  const paint = action.setBadgeText.bind(action);
  const own: Notes = {
    bytes: 0,
    done: undefined,
    click: () =>
      new Promise((resolve) => {
        const pressedAt = performance.now();
        own.done = () => resolve(performance.now() - pressedAt);
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 's', code: 'KeyS', bubbles: true }));
      }),
  };
  Object.assign(globalThis, { notes: own });
  action.setBadgeText = async (details) => {
    await paint(details);
    own.done?.();
  };
}

/** Runs in the popup: clicks with the lock of the copy held and clicks with it free, the order of the two by turns. */
async function clickInPairs(count: number, settleMs: number): Promise<{ held: number; free: number }[]> {
  const pairs: { held: number; free: number }[] = [];
  for (let i = 0; i < 2 * count; i++) {
    const pair = pairs[Math.floor(i / 2)] ?? { held: 0, free: 0 };
    pairs[Math.floor(i / 2)] = pair;
    // held, free, free, held: whatever the first of two pays, both pay as often.
    const isHeld = i % 4 === 0 || i % 4 === 3;
    let release: (() => void) | undefined;
    if (isHeld)
      await new Promise<void>((granted) => {
        void navigator.locks.request('copy', () => {
          granted();
          return new Promise<void>((resolve) => {
            release = resolve;
          });
        });
      });
    pair[isHeld ? 'held' : 'free'] = await notes.click();
    release?.();
    await new Promise((resolve) => setTimeout(resolve, settleMs));
  }
  return pairs;
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
