import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';

import type { Tables } from './control';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** The unpacked production build; `.output/chrome-mv3` or `.output/firefox-mv3` where it is not given. */
  extension?: string;
  /** The stand-in that answers as huggingface.co. Absent: the real network. */
  standIn?: { port: number; spki: string };
  /** Every other host leads to the stand-in as well, where its log shows it. */
  catchAll?: boolean;
  /** A profile directory that is kept; absent: a temporary one that goes with `close`. */
  profile?: string;
  /** True where not given. */
  headless?: boolean;
  /** The page that opens at install is left alone; else it is waited for and closed: most scenarios begin after it. */
  keepWelcome?: boolean;
  /** Chromium: false leaves the worker without a debugger, so that it idles and dies as in a user's browser. */
  attachWorker?: boolean;
  /** Chromium: false leaves true popups without a debugger, whose own work would be measured with theirs. */
  attachPopup?: boolean;
  /** Chromium: pixels per CSS pixel, for screenshots. */
  scale?: number;
  /** Further arguments and environment of the browser (a faked clock, say). */
  args?: string[];
  env?: Record<string, string>;
  /** Firefox: further preferences. */
  prefs?: Record<string, unknown>;
  /** Firefox: the preferences shut the add-on out of every window. Its pages have no API there: none is waited for. */
  isShutOut?: boolean;
  /** Where the browser is; `ensureBrowser` where it is not given. */
  executablePath?: string;
}

export interface Badge {
  text: string;
  /** `#rrggbb` of the background. */
  colour: string;
  title: string;
}

/** What the popup under the toolbar button showed. */
export interface PopupView {
  width: number;
  height: number;
  text: string;
}

/** A running browser with the extension in it: the same for Chromium and Firefox, so that one test serves both. */
export interface ExtensionBrowser {
  readonly name: BrowserName;
  /** puppeteer's own handle, for what only one browser can do. */
  readonly browser: Browser;
  /** `chrome-extension://…/` or `moz-extension://…/`. */
  readonly baseUrl: string;
  readonly profile: string;
  /** A page of the extension's origin that runs none of its code: browser APIs and databases are at hand, nothing is woken. */
  controlPage(): Promise<Page>;
  /** Opens `path` (`popup.html?x#y`) of the extension in a new tab and waits until it is loaded. */
  openPage(path: string): Promise<Page>;
  /** Chromium: the true popup of the toolbar button. Firefox: a window of its size (its panel is out of reach). */
  openPopup(): Promise<Page>;
  /** Opens the true popup in either browser and leaves it open, in front of the page that is there. */
  showPopup(): Promise<void>;
  /** Opens the true popup in either browser, waits until its text contains `expected`, reads it and closes it. */
  readPopup(expected?: string): Promise<PopupView>;
  /** popup.html in a tab, 400 x 600. */
  openPopupTab(): Promise<Page>;
  openOptions(): Promise<Page>;
  /** Stops the worker, or Firefox's event page, and returns when it is gone. */
  killWorker(): Promise<void>;
  isWorkerRunning(): Promise<boolean>;
  /** Lets the named alarm ring now, as if its time had come: it wakes a stopped worker. */
  wakeAlarm(name: string): Promise<void>;
  readAlarms(): Promise<{ name: string; scheduledTime: number; periodInMinutes?: number }[]>;
  readBadge(): Promise<Badge>;
  /** All rows of an IndexedDB table, raw; `[]` where the database or the table is not there yet. */
  readStore<T = Record<string, unknown>>(database: string, table: string): Promise<T[]>;
  /** The same of several tables by database, all at once: each look at one alone opens its database anew. */
  readTables(wanted: Record<string, readonly string[]>): Promise<Tables>;
  /** Takes the permission for huggingface.co away, or gives it, as the user does in the browser's own pages. */
  setFeedAccess(granted: boolean): Promise<void>;
  /**
   * Closes the browser and starts it again with the same profile: the extension sees a browser start, not an install.
   * `whileClosed` may change the profile's files in between.
   */
  relaunch(whileClosed?: (profile: string) => void): Promise<ExtensionBrowser>;
  close(): Promise<void>;
}

export const POPUP_SIZE = { width: 400, height: 600 };

export function toExtensionDirectory(name: BrowserName, options: LaunchOptions): string {
  return resolve(options.extension ?? (name === 'firefox' ? '.output/firefox-mv3' : '.output/chrome-mv3'));
}

/**
 * Waits for the page that greets a new user, and closes it. Only for a fresh profile: elsewhere it never comes. Some
 * extensions that are measured have none.
 */
export async function closeWelcome(browser: Browser, name: BrowserName, baseUrl: string, options: LaunchOptions) {
  if (options.keepWelcome || !existsSync(join(toExtensionDirectory(name, options), 'welcome.html'))) return;
  const url = `${baseUrl}welcome.html`;
  const page = await eventually(
    async () => {
      for (const page of await browser.pages()) if ((await readAddress(page)) === url) return page;
      return undefined;
    },
    { what: 'the welcome page', timeoutMs: 30_000 },
  );
  await page.close();
}

/** Of a page that has gone on before it was heard of, the driver may never know more than that it began empty. */
async function readAddress(page: Page): Promise<string> {
  const known = page.url();
  return known === 'about:blank' ? page.evaluate(() => location.href) : known;
}

type Falsy = false | 0 | '' | null | undefined;

/**
 * Asks again until `read` returns something truthy, and returns it. Errors of `read` count as "not yet".
 * @throws Error with the last value or error after `timeoutMs`.
 */
export async function eventually<T>(
  read: () => T | Promise<T>,
  { timeoutMs = 15_000, everyMs = 50, what = 'the condition' } = {},
): Promise<Exclude<T, Falsy>> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await read();
      if (value) return value as Exclude<T, Falsy>;
      last = value;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) {
      const seen = last instanceof Error ? last.message : JSON.stringify(last);
      throw new Error(`${what} did not come true within ${timeoutMs} ms; last seen: ${seen}`, { cause: last });
    }
    await wait(everyMs);
  }
}
