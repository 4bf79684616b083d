import { browser } from 'wxt/browser';

/** A file that stands in the folder of downloads. */
export interface SavedFile {
  /** The browser's number for it. */
  id: number;
  /** Where it is, as the browser tells it. */
  path: string;
  bytes: number;
}

const LOOK_EVERY_MS = 100;
const LONGEST_MS = 60_000;

/**
 * Saves a text as a file below the folder of downloads, without asking where, and waits until it is whole: the address it
 * is read from ends with this page. `onBegun` is told its number before. Needs the permission.
 * @throws Error in words for the user when the browser could not save it
 */
export async function saveDownload(
  path: string,
  text: string,
  onBegun?: (id: number) => Promise<void>,
): Promise<SavedFile> {
  // Given to a page that is open by the browser itself, and by some only to the next one.
  if (!browser.downloads)
    throw new Error('The browser lets files be saved only after this page is closed and opened again.');
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  try {
    const id = await browser.downloads.download({ url, filename: path, saveAs: false, conflictAction: 'uniquify' });
    await onBegun?.(id);
    return await untilComplete(id);
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function untilComplete(id: number): Promise<SavedFile> {
  for (const deadline = Date.now() + LONGEST_MS; Date.now() < deadline; ) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return { id, path: item.filename, bytes: item.fileSize };
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

/** Whether a file this extension saved is still where it was saved. */
export async function isDownloadThere(id: number): Promise<boolean> {
  const [item] = await browser.downloads.search({ id });
  return item !== undefined && isOwn(item) && item.exists;
}

/** Whether the saving of a file was broken off, as by the end of its page. */
export async function isDownloadBroken(id: number): Promise<boolean> {
  const [item] = await browser.downloads.search({ id });
  return item?.state === 'interrupted';
}

/** Deletes a file this extension saved, and the browser's note of it. One that is somebody else's by now stays. */
export async function removeDownload(id: number): Promise<void> {
  const [item] = await browser.downloads.search({ id });
  if (!item || !isOwn(item)) return;
  // The user may have moved or deleted it: then only the note goes.
  await browser.downloads.removeFile(id).catch(() => undefined);
  await browser.downloads.erase({ id });
}

/** The browser counts its downloads anew when it is reset: the number alone does not say whose file it is. */
function isOwn({ byExtensionId }: { byExtensionId?: string | undefined }): boolean {
  return byExtensionId === browser.runtime.id;
}
