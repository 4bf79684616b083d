import type { Page } from 'puppeteer-core';
import { readManifests } from '@/lib/core/copy/manifest';
import { type ExtensionBrowser, eventually } from '../harness/browsers/extension-browser';

/** The part of `chrome` that is used here. */
interface ChromeApi {
  storage: { local: { get(keys: null): Promise<Record<string, unknown>>; clear(): Promise<void> } };
}
declare const chrome: ChromeApi;

const USER = 'daily-papers-user';
/** No list shows papers of these ids. */
export const MARK_PREFIX = 'bench-';

/** Runs `work` while so many papers more are marked and stand in the second copy. */
export async function withMarkedPapers<T>(
  product: ExtensionBrowser,
  count: number,
  work: () => Promise<T>,
): Promise<T> {
  const control = await product.controlPage();
  await control.evaluate(changeMarks, USER, MARK_PREFIX, count);
  try {
    // Both sides are compared when a page opens and their sizes differ.
    const options = await product.openOptions();
    await eventually(async () => (await readCopiedRows(control)) >= count, {
      what: `a copy of ${count} marks`,
      timeoutMs: 120_000,
    });
    await options.close();
    return await work();
  } finally {
    await clearMarks(product);
  }
}

/** Takes the marks away, what was journalled of them, and the second copy. */
export async function clearMarks(product: ExtensionBrowser): Promise<void> {
  const control = await product.controlPage();
  await control.evaluate(changeMarks, USER, MARK_PREFIX, 0);
  await control.evaluate(() => chrome.storage.local.clear());
}

async function readCopiedRows(control: Page): Promise<number> {
  const [newest] = readManifests(await control.evaluate(() => chrome.storage.local.get(null))).manifests;
  return newest?.rows.statuses ?? 0;
}

/** Runs in the page: marks of papers that no list shows; at 0 they go, and with them the journal and what the outbox says of the copy. */
async function changeMarks(name: string, prefix: string, count: number): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction(['statuses', 'journal', 'outbox'], 'readwrite', { durability: 'relaxed' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    const statuses = transaction.objectStore('statuses');
    if (count === 0) {
      statuses.delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
      transaction.objectStore('journal').clear();
      transaction.objectStore('outbox').clear();
    }
    for (let i = 0; i < count; i++) {
      const at = 1_700_000_000_000 + i;
      statuses.put({
        paperId: `${prefix}${2_301_00000 + i}`,
        title: `A title of a paper as long as most of them are, about agents that plan and ${i} tools`,
        link: `https://huggingface.co/papers/2301.${i}`,
        read: { value: true, at },
        ...(i % 3 === 0 ? { starred: { value: true, at }, starredSince: at } : {}),
      });
    }
  });
  db.close();
}
