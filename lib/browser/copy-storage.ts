import { browser } from 'wxt/browser';

/*
 * The storage beside IndexedDB in which the second copy stands. It is in other files of the profile: what damages the one
 * leaves the other.
 */

const COMPARED = 'copy-compared';

/** What is stored under `keys`; everything without them. */
export async function readItems(keys?: readonly string[]): Promise<Record<string, unknown>> {
  return browser.storage.local.get(keys ? [...keys] : null);
}

/** Stores values, each under its key; the others stay. */
export async function writeItems(items: Readonly<Record<string, unknown>>): Promise<void> {
  if (Object.keys(items).length > 0) await browser.storage.local.set({ ...items });
}

/** Deletes what is stored under `keys`. */
export async function removeItems(keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await browser.storage.local.remove([...keys]);
}

/** True where a page has compared both sides since the browser started. */
export async function readCompared(): Promise<boolean> {
  return (await browser.storage.session.get(COMPARED))[COMPARED] === true;
}

/** The next start of the browser compares again. */
export async function writeCompared(): Promise<void> {
  await browser.storage.session.set({ [COMPARED]: true });
}

const WITNESS = 'copy-witness';

/**
 * Says in a third place that there is something to lose. Where the browser has emptied both the database and this storage,
 * as it does with damaged files, the loss would look like a new installation; thrown back to an earlier generation, that
 * one would look like all there was. `generation`: the last that was written; 0 where there is nothing to lose.
 */
export function writeWitness(generation: number): void {
  try {
    if (generation > 0) localStorage.setItem(WITNESS, String(generation));
    else localStorage.removeItem(WITNESS);
  } catch {
    // One witness less.
  }
}

/** The generation that was written last; 0 where there was nothing to lose. */
export function readWitness(): number {
  try {
    const text = localStorage.getItem(WITNESS);
    return text === null ? 0 : Number.parseInt(text, 10) || 1;
  } catch {
    return 0;
  }
}
