import { browser } from 'wxt/browser';

/** A file that stands in the folder of downloads. */
export interface SavedFile {
  /** Where it is, as the browser tells it. */
  path: string;
  bytes: number;
}

const LOOK_EVERY_MS = 100;
const LONGEST_MS = 60_000;

/** Whether this page can save files: one that was open when the permission was given may have to be opened again. */
export function canSaveDownloads(): boolean {
  return browser.downloads !== undefined;
}

/**
 * Saves a text as a file below the folder of downloads, without asking where, and waits until it is whole: the address it
 * is read from ends with this page. A file of that name is left, and the new one named otherwise, or overwritten: with
 * that broken off, Chromium leaves it as it was, and Firefox deletes it. Needs the permission.
 * @throws Error in words for the user when the browser could not save it
 */
export async function saveDownload(path: string, text: string, { overwrite = false } = {}): Promise<SavedFile> {
  if (!canSaveDownloads())
    throw new Error('The browser lets files be saved only after this page is closed and opened again.');
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  try {
    const conflictAction = overwrite ? 'overwrite' : 'uniquify';
    const id = await browser.downloads.download({ url, filename: path, saveAs: false, conflictAction });
    return await untilComplete(id);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function untilComplete(id: number): Promise<SavedFile> {
  for (const deadline = Date.now() + LONGEST_MS; Date.now() < deadline; ) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return { path: item.filename, bytes: item.fileSize };
    if (item?.state === 'interrupted') throw new Error(toInterruptedWords(item.error));
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  await browser.downloads.cancel(id).catch(() => undefined);
  throw new Error('The browser did not finish saving the file within a minute.');
}

function toInterruptedWords(error: string | undefined): string {
  if (error === 'FILE_NO_SPACE') return 'There is no room left on the disk.';
  if (error === 'FILE_ACCESS_DENIED') return 'The folder of downloads can’t be written to.';
  if (error === 'USER_CANCELED') return 'The saving was cancelled.';
  return `The browser could not save the file (${error ?? 'it does not say why'}).`;
}

/** Chromium has looked at the disk within 200 ms of being asked. */
const LOOKED_AFTER_MS = 500;

/**
 * Whether the browser knows that a file it saved is there no more. Asked twice: Chromium answers what it knew before, and
 * then looks, once in ten seconds. Of a file it has forgotten it knows nothing.
 */
export async function isDownloadGone(path: string): Promise<boolean> {
  const known = await findDownload(path);
  if (known?.exists !== true) return known?.exists === false;
  await new Promise((resolve) => setTimeout(resolve, LOOKED_AFTER_MS));
  return (await findDownload(path))?.exists === false;
}

/**
 * Deletes a file this extension saved, and the browser's note of it; one that the browser has forgotten stays. Asked for by
 * its path in this moment: a number kept from an earlier session is another file's in Firefox.
 */
export async function removeDownload(path: string): Promise<void> {
  const item = await findDownload(path);
  if (!item || item.byExtensionId !== browser.runtime.id) return;
  // The user may have moved or deleted it: then only the note goes.
  await browser.downloads.removeFile(item.id).catch(() => undefined);
  await browser.downloads.erase({ id: item.id });
}

/** The newest download into this very file: of one that was overwritten there are several. */
async function findDownload(path: string) {
  const [item] = await browser.downloads.search({
    filename: path,
    state: 'complete',
    orderBy: ['-startTime'],
    limit: 1,
  });
  // Firefox compares without regard to capitals.
  return item?.filename === path ? item : undefined;
}
