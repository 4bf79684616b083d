import { browser } from 'wxt/browser';
import { clearFirstList } from './first-list';
import { clearLocalStorage } from './local-storage';

/** Deletes what is kept beside the databases: the second copy of the extension, drafts and places of its pages. */
export async function clearSmallStorage(): Promise<void> {
  // First: an open popup that hears of the local storage begins anew, with the list that is kept.
  await clearFirstList();
  clearLocalStorage();
  await browser.storage.local.clear();
}

/** Bytes the browser counts for the whole extension; `undefined` where it does not tell. */
export async function readUsage(): Promise<number | undefined> {
  try {
    return (await navigator.storage.estimate()).usage;
  } catch {
    return undefined;
  }
}
