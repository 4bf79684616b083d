import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { readCopyItems, readMade, untilCopied, useMadeWorld } from '../e2e/support/made-world';
import { untilPopup, untilText } from '../e2e/support/popup-page';
import { eventually } from '../harness/browsers/extension-browser';

const toFolder = (profile: string) => join(profile, 'Default', 'IndexedDB');

/** Longer than a page takes to load itself anew, were it to. */
const LOOP_MS = 3_000;

/** When the page was loaded, ms: a page that loads itself again and again has another one each time. */
const readBeginning = (page: Page) => page.evaluate(() => performance.timeOrigin);

describe('FAULTS 7: the folder of the databases can’t be used', () => {
  it('popup and options say so, and what the second copy holds, and stay; once it can, all is back', async () => {
    const world = await useMadeWorld();
    const made = await readMade(world);
    const copy = await readCopyItems(world);
    // No rights would do: who runs the tests as root has all of them. A file in the place of the folder stops everybody.
    await world.restart((profile) => {
      renameSync(toFolder(profile), `${toFolder(profile)} before`);
      writeFileSync(toFolder(profile), 'not a folder');
    });
    world.standIn.clearLog();

    const toolbar = await world.browser.readPopup('The browser refuses to store or read the papers.');
    expect(toolbar.text).toContain('2 marked papers, 1 topic and 1 setting');
    const popup = await world.browser.openPopupTab();
    const options = await world.browser.openPage('options.html#topics');
    for (const page of [popup, options]) {
      await untilText(page, 'The browser refuses to store or read the papers.');
      await untilText(page, 'The second copy of what you made can be read: 2 marked papers, 1 topic and 1 setting');
      await untilText(page, 'It is brought back as soon as the browser opens a database again.');
    }
    const began = await Promise.all([popup, options].map(readBeginning));
    await new Promise((resolve) => setTimeout(resolve, LOOP_MS));
    expect(await Promise.all([popup, options].map(readBeginning))).toEqual(began);

    // The one way on does what it says, and the words are there again.
    for (const page of [popup, options]) {
      await page.bringToFront();
      await page.$eval('.recovery-ways button', (button) => (button as HTMLElement).click());
      await eventually(async () => !began.includes(await readBeginning(page)), { what: 'another load' });
      await untilText(page, 'The second copy of what you made can be read');
    }
    // What could not be stored is not asked for again and again, and the copy is as it was.
    expect(world.standIn.feedRequests()).toEqual([]);
    expect(await readCopyItems(world)).toEqual(copy);

    await world.restart((profile) => {
      rmSync(toFolder(profile), { recursive: true, force: true });
      mkdirSync(toFolder(profile));
    });
    const again = await world.browser.openPopupTab();
    await untilText(again, 'What you made was restored.');
    await untilPopup(again, 'the list', ({ cards }) => cards.length === 3);
    expect(await readMade(world)).toEqual(made);
    await untilCopied(world);
  });
});
