import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../browsers/extension-browser';

export type Row = Record<string, unknown>;

const DATABASES = { feed: 'daily-papers-feed', user: 'daily-papers-user' } as const;

/** Pages of the contact sheet and of axe are Chromium's. */
declare const self: { chrome: { storage: Record<'local' | 'session', { clear(): Promise<void> }> } };

// Everything that is evaluated here runs inside a page of the extension that runs none of its code.

/** Every row of both databases, kept in the page, to be put back by `restoreRows`. */
export async function keepRows(page: Page): Promise<void> {
  await page.evaluate(async (names) => {
    const kept: Record<string, Record<string, unknown[]>> = {};
    for (const name of names) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const tables = [...db.objectStoreNames];
      const rows: Record<string, unknown[]> = {};
      for (const table of tables) {
        rows[table] = await new Promise<unknown[]>((resolve, reject) => {
          const request = db.transaction(table).objectStore(table).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      }
      kept[name] = rows;
      db.close();
    }
    Object.assign(globalThis, { kept });
  }, Object.values(DATABASES));
}

/** Both databases as `keepRows` found them, and nothing in the places where pages keep what is not stored yet. */
export async function restoreRows(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { kept } = globalThis as unknown as { kept: Record<string, Record<string, unknown[]>> };
    for (const [name, tables] of Object.entries(kept)) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
        for (const table of db.objectStoreNames) {
          const store = transaction.objectStore(table);
          const rows = tables[table] ?? [];
          const found = store.getAll();
          // Hardly a state changes the papers: to read them takes a tenth of the time it takes to write them.
          found.onsuccess = () => {
            if (JSON.stringify(found.result) === JSON.stringify(rows)) return;
            store.clear();
            for (const row of rows) store.put(row);
          };
        }
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      db.close();
    }
    localStorage.clear();
    // The second copy would bring back what was taken out, and the popup would begin with it.
    await Promise.all([self.chrome.storage.local.clear(), self.chrome.storage.session.clear()]);
  });
}

/** Writes rows past the extension, as time, another version or damage would have left them. */
export async function putRows(
  browser: ExtensionBrowser,
  database: keyof typeof DATABASES,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const page = await browser.controlPage();
  await page.evaluate(
    async (name, table, rows) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(table, 'readwrite');
        for (const row of rows) transaction.objectStore(table).put(row);
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      db.close();
      await self.chrome.storage.session.clear();
    },
    DATABASES[database],
    table,
    rows,
  );
}

/** Empties a table, as if nothing had ever been written there. */
export async function clearRows(
  browser: ExtensionBrowser,
  database: keyof typeof DATABASES,
  table: string,
): Promise<void> {
  const page = await browser.controlPage();
  await page.evaluate(
    async (name, table) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(table, 'readwrite');
        transaction.objectStore(table).clear();
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      db.close();
      await Promise.all([self.chrome.storage.local.clear(), self.chrome.storage.session.clear()]);
    },
    DATABASES[database],
    table,
  );
}

export function readRows<T>(browser: ExtensionBrowser, database: keyof typeof DATABASES, table: string): Promise<T[]> {
  return browser.readStore<T>(DATABASES[database], table);
}

/** Gives a database the next version and one table more, as a later release of the extension would. */
export async function upgradeDatabase(browser: ExtensionBrowser, database: keyof typeof DATABASES): Promise<void> {
  const page = await browser.controlPage();
  await page.evaluate(async (name) => {
    const version = (await indexedDB.databases()).find((one) => one.name === name)?.version ?? 0;
    await new Promise<void>((resolve, reject) => {
      // Dexie counts in tens.
      const request = indexedDB.open(name, version + 10);
      request.onupgradeneeded = () => request.result.createObjectStore('later', { keyPath: 'key' });
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
  }, DATABASES[database]);
}
