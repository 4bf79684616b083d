import { browser } from 'wxt/browser';

/*
 * Memory of the browser, not a disk: it ends with the browser, with an update of the extension, and nobody else can read
 * it. One question to it takes a fifth of the time in which two databases open.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#property-session
 */

const KEY = 'first-list';

/** Answers in milliseconds or never: who asks has the databases. */
const LONGEST_WAIT_MS = 250;
/** Whoever keeps the list holds the lock of the badge. */
const LONGEST_WRITE_MS = 1_000;

/** What was kept last, in this life of the browser; `undefined` where there is nothing or the browser does not answer. */
export async function readFirstList(): Promise<string | undefined> {
  try {
    const text = (await Promise.race([browser.storage.session.get(KEY), toLate(LONGEST_WAIT_MS)]))?.[KEY];
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the text in place of the last; refused, as by a full storage, nothing is kept any more. */
export async function writeFirstList(text: string): Promise<void> {
  try {
    await Promise.race([browser.storage.session.set({ [KEY]: text }), toLate(LONGEST_WRITE_MS)]);
  } catch {
    await clearFirstList();
  }
}

/** Nothing is kept: the next popup reads the databases. */
export async function clearFirstList(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

function toLate(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
