import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { DATABASE_DAMAGE, type Damage, keepStores, STORAGE_DAMAGE } from '../e2e/support/damage';
import { readCopyItems, readMade, untilCopied, useMadeWorld } from '../e2e/support/made-world';
import { untilPopup, untilText } from '../e2e/support/popup-page';
import { writeRows } from '../e2e/support/stores';
import type { World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';

/** Damages the closed profile and opens a page: what the user made is there again. */
async function expectBack(world: World, damage: Damage, name: string): Promise<Page> {
  const before = await readMade(world);
  await world.restart(damage);
  const popup = await world.browser.openPopupTab();
  await eventually(
    async () => {
      // A database that Firefox can't open is not thrown away before the user says so.
      const button = await popup.$('.recovery-ways .button-solid').catch(() => null);
      await button?.evaluate((node) => (node as HTMLElement).click()).catch(() => undefined);
      return JSON.stringify(await readMade(world)) === JSON.stringify(before);
    },
    { what: `all the user had made, where the files ${name}`, timeoutMs: 30_000, everyMs: 500 },
  );
  await untilCopied(world);
  return popup;
}

/** Nothing was found, nothing can be read, or not all of it came back. */
const TOLD = /What you (had )?made can’t be (found|read)\.|some marks, topics or settings may be missing/;

describe('FAULTS 7 and 8: the files of the profile are damaged', () => {
  it('the user’s marks, topics and settings come back in each of five ways, and the feed is fetched again', async () => {
    const world = await useMadeWorld();
    for (const [name, damage] of Object.entries(DATABASE_DAMAGE)) {
      const popup = await expectBack(world, damage, name);
      await untilText(popup, 'What you made was restored.');
      await untilPopup(popup, 'the list', ({ cards }) => cards.length === 3);
      await popup.evaluate(() => localStorage.removeItem('copy-notice'));
      await popup.close();
    }
  });

  it('of the second copy alone: it is written anew, and nobody is troubled', async () => {
    const world = await useMadeWorld();
    for (const [name, damage] of Object.entries(STORAGE_DAMAGE)) {
      const popup = await expectBack(world, damage, name);
      expect(await popup.$('.copy-note'), name).toBeNull();
      await popup.close();
    }
  });

  it('of both: that what is missing is missing is said, whichever way each of them is damaged', async () => {
    const world = await useMadeWorld();
    let putBack: Damage = () => undefined;
    await world.restart((profile) => {
      putBack = keepStores(profile);
    });
    const ofCopy = Object.values(STORAGE_DAMAGE);
    for (const [i, [name, damage]] of Object.entries(DATABASE_DAMAGE).entries()) {
      await world.restart((profile) => {
        putBack(profile);
        damage(profile);
        ofCopy[i % ofCopy.length]?.(profile);
      });
      const options = await world.browser.openPage('options.html#topics');
      // Chromium mends a storage that was cut in half: it is as it was a moment before.
      const said = await eventually(
        () => options.evaluate((words) => document.body.textContent?.match(words)?.[0], TOLD.source),
        { what: `words about the loss, where the files ${name}` },
      );
      expect(await options.evaluate(() => document.body.textContent), said).not.toMatch(
        /Nothing (of that )?is missing/,
      );
      await options.evaluate(() => localStorage.removeItem('copy-notice'));
      await options.close();
    }
  });

  it('of both: that is said, and a new beginning waits for a click', async () => {
    const world = await useMadeWorld();
    await world.restart((profile) => {
      DATABASE_DAMAGE['are gone']?.(profile);
      STORAGE_DAMAGE['are other bytes']?.(profile);
    });
    const options = await world.browser.openPage('options.html#topics');
    await untilText(options, 'What you had made can’t be found.');
    await options.$eval('.copy-note button', (button) => (button as HTMLElement).click());
    await eventually(async () => (await options.$('.copy-note')) === null, { what: 'the end of the note' });
    // From here on all is as at the beginning.
    await writeRows(world, 'user', 'settings', [{ key: 'theme', value: 'dark' }]);
    const again = await world.browser.openPage('options.html#topics');
    await eventually(async () => Object.keys(await readCopyItems(world)).some((key) => key.includes('manifest')), {
      what: 'a new copy',
    });
    expect(await again.$('.copy-note')).toBeNull();
  });
});
