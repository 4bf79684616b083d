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

/** Rows by database and table. */
export type Tables = Record<string, Record<string, unknown[]>>;

/**
 * All rows of the named tables, in one go. Opens without a version, and only what exists: a harness that creates a
 * database would hide that it is missing.
 */
export async function readTables(page: Page, wanted: Record<string, readonly string[]>): Promise<Tables> {
  return page.evaluate(async (wanted) => {
    const known = (await indexedDB.databases()).map(({ name }) => name);
    const all: Tables = {};
    for (const [database, tables] of Object.entries(wanted)) {
      const rows: Record<string, unknown[]> = Object.fromEntries(tables.map((table) => [table, []]));
      all[database] = rows;
      if (!known.includes(database)) continue;
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(database);
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      try {
        const present = tables.filter((table) => db.objectStoreNames.contains(table));
        if (present.length === 0) continue;
        await new Promise<void>((resolve, reject) => {
          const transaction = db.transaction(present);
          for (const table of present) {
            const request = transaction.objectStore(table).getAll();
            request.onsuccess = () => {
              rows[table] = request.result;
            };
          }
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
        });
      } finally {
        // An open handle would block the extension's own upgrade or deletion.
        db.close();
      }
    }
    return all;
  }, wanted);
}

export async function readStore<T>(page: Page, database: string, table: string): Promise<T[]> {
  return (await readTables(page, { [database]: [table] }))[database]?.[table] as T[];
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
