import { browser } from 'wxt/browser';

const KEY = 'room-made';

/**
 * When old papers last made room, where the database took not even that (ms); 0: it did, or they never have. The same in
 * pages and in the background: who did not know of it would delete half of what is left.
 */
export async function readRoomMark(): Promise<number> {
  const kept = await browser.storage.session.get(KEY).catch(() => undefined);
  return Math.max(Number(kept?.[KEY]) || 0, readOnDisk());
}

/** Keeps it beside the database: in the browser's memory, which no disk can refuse, and past its end where the disk can. */
export async function writeRoomMark(at: number): Promise<void> {
  try {
    localStorage.setItem(KEY, String(at));
  } catch {
    // A full disk, or Chrome's worker, which has none.
  }
  // Thrown, it would hide that room was made: the reading that waits for it would not be done again.
  await browser.storage.session.set({ [KEY]: at }).catch(() => undefined);
}

function readOnDisk(): number {
  try {
    return Number(localStorage.getItem(KEY)) || 0;
  } catch {
    return 0;
  }
}
