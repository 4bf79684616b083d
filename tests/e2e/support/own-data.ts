import type { Page } from 'puppeteer-core';
import { openSection } from './options-page';
import { pressText } from './popup-page';
import { click } from './popup-steps';

/** What the chosen file is made of, kept in the page. */
declare const parts: Blob[];

/** Chooses a file that holds `text`, `times` times, to be restored, and waits for what the page says of it. */
export async function chooseBackup(options: Page, text: string, times = 1): Promise<void> {
  await options.evaluate(
    (text, times) => void Object.assign(globalThis, { parts: new Array(times).fill(new Blob([text])) }),
    text,
    times,
  );
  await chooseParts(options);
}

/** Chooses a file of the `parts` that were put into the page, without the disk: that is only the browser's business. */
export async function chooseParts(options: Page): Promise<void> {
  await openSection(options, 'data', '.file-button input');
  // The dialog of the file before would be taken for the one of this file.
  if (await options.$('.restore-dialog[open]')) throw new Error('the last restore is on the screen still');
  await options.$eval('.file-button input', (input) => {
    const files = new DataTransfer();
    files.items.add(new File(parts, 'backup.json', { type: 'application/json' }));
    (input as HTMLInputElement).files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await options.waitForSelector('.restore-dialog[open]');
}

/** Restores what was chosen; when the dialog has gone, that has ended. */
export async function restoreChosen(options: Page): Promise<void> {
  await click(options, '.restore-dialog .button-solid');
  await options.waitForSelector('.restore-dialog', { hidden: true });
}

/** Closes the dialog of a restore that fails, and returns what it said. */
export async function leaveFailed(options: Page): Promise<string> {
  const alert = await options.waitForSelector('.restore-dialog .file-dialog-failure');
  const words = (await alert?.evaluate((alert) => alert.textContent)) ?? '';
  await click(options, '.restore-dialog .file-dialog-actions button:last-child');
  await options.waitForSelector('.restore-dialog', { hidden: true });
  return words;
}

/** Deletes everything the user made, as the user does. */
export async function deleteOwn(options: Page): Promise<void> {
  await openSection(options, 'data', '.file-button input');
  await pressText(options, 'Delete everything I made…');
  await options.waitForSelector('dialog[open] input');
  await options.type('dialog input', 'delete');
  await pressText(options, 'Delete all of it', 'dialog');
  await options.waitForSelector('dialog[open]', { hidden: true });
}
