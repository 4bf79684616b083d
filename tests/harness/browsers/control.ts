import type { Page } from 'puppeteer-core';
import type { Badge, PopupView } from './extension-browser';

// Everything here runs inside a page of the extension. The functions must not hold named inner functions:
// compilers mark those with a helper that the page does not know.

interface ExtensionApi {
  extension: { getViews(of: { type: 'popup' }): Window[] };
  action: {
    getBadgeText(of: object): Promise<string>;
    getBadgeBackgroundColor(of: object): Promise<number[]>;
    getTitle(of: object): Promise<string>;
    openPopup(): Promise<void>;
  };
  alarms: {
    get(name: string): Promise<Alarm | undefined>;
    getAll(): Promise<Alarm[]>;
    create(name: string, info: { when: number; periodInMinutes?: number }): Promise<void> | void;
  };
}

interface Alarm {
  name: string;
  scheduledTime: number;
  periodInMinutes?: number;
}

type ExtensionScope = { browser?: ExtensionApi; chrome: ExtensionApi };

/** Chromium before 148 knows only `chrome`. */
declare const self: ExtensionScope;

export async function readBadge(page: Page): Promise<Badge> {
  return page.evaluate(async () => {
    const action = (self.browser ?? self.chrome).action;
    const [text, colour, title] = await Promise.all([
      action.getBadgeText({}),
      action.getBadgeBackgroundColor({}),
      action.getTitle({}),
    ]);
    const hex = colour.slice(0, 3).map((part) => part.toString(16).padStart(2, '0'));
    return { text, title, colour: `#${hex.join('')}` };
  });
}

export async function readAlarms(page: Page): Promise<Alarm[]> {
  return page.evaluate(() => (self.browser ?? self.chrome).alarms.getAll());
}

/**
 * Sets the alarm to now and leaves its period. `onAlarm.dispatch` would only reach listeners of the page itself, and no
 * stopped worker; an alarm of an unpacked extension has no minimum delay.
 */
export async function ringAlarm(page: Page, name: string): Promise<void> {
  await page.evaluate(async (name) => {
    const { alarms } = self.browser ?? self.chrome;
    const period = (await alarms.get(name))?.periodInMinutes;
    await alarms.create(name, {
      when: Date.now(), // Firefox says null where there is none.
      ...(period ? { periodInMinutes: period } : {}),
    });
  }, name);
}

export async function askForPopup(page: Page): Promise<void> {
  await page.evaluate(() => (self.browser ?? self.chrome).action.openPopup());
}

/** Opens without a version, and only what exists: a harness that creates a database would hide that it is missing. */
export async function readStore<T>(page: Page, database: string, table: string): Promise<T[]> {
  return page.evaluate(
    async (database, table) => {
      const known = await indexedDB.databases();
      if (!known.some((entry) => entry.name === database)) return [];
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(database);
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      try {
        if (!db.objectStoreNames.contains(table)) return [];
        return await new Promise<never[]>((resolve, reject) => {
          const request = db.transaction(table).objectStore(table).getAll();
          request.onsuccess = () => resolve(request.result as never[]);
          request.onerror = () => reject(request.error);
        });
      } finally {
        // An open handle would block the extension's own upgrade or deletion.
        db.close();
      }
    },
    database,
    table,
  ) as Promise<T[]>;
}

/** Firefox: what the open panel under the toolbar button shows; null where none is open. */
export async function readPanel(page: Page): Promise<PopupView | null> {
  return page.evaluate(() => {
    const [view] = (self.browser ?? self.chrome).extension.getViews({ type: 'popup' });
    if (view === undefined) return null;
    // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the user sees.
    return { width: view.innerWidth, height: view.innerHeight, text: view.document.body?.innerText ?? '' };
  });
}
