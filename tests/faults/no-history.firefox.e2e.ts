import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { untilPopup } from '../e2e/support/popup-page';
import { pressKey } from '../e2e/support/popup-steps';
import { readUser, writeRows } from '../e2e/support/stores';
import { useSyncedWorld } from '../e2e/support/synced-world';
import { toTopicRow } from '../e2e/support/topic-row';
import type { World } from '../e2e/support/world';
import { eventually, toExtensionDirectory } from '../harness/browsers/extension-browser';
import { createChromeScope } from '../harness/browsers/firefox-chrome-scope';
import { readAddon } from '../harness/browsers/firefox-profile';
import { launchBrowser } from '../harness/browsers/launch';

/** What “Never remember history” sets: every window is a private one. */
const NEVER = 'browser.privatebrowsing.autostart';
const { geckoId, uuid } = readAddon(toExtensionDirectory('firefox', {}));

/** As the user does in about:addons. Without it the add-on has no button where no history is remembered. */
async function allowInPrivateWindows({ browser }: World): Promise<void> {
  await createChromeScope(browser.browser, geckoId).run(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add(extension.id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  })()`);
}

function restart(world: World, neverRemember: boolean): Promise<void> {
  return world.restart((profile) => {
    appendFileSync(join(profile, 'prefs.js'), `user_pref("${NEVER}", ${neverRemember});\n`);
    // What was allowed is in there a few seconds later.
    rmSync(join(profile, 'startupCache'), { recursive: true, force: true });
  });
}

async function untilWords(page: Page, words: string): Promise<void> {
  await eventually(() => page.evaluate((words) => document.body?.textContent?.includes(words), words), { what: words });
}

describe('FAULTS 42: Firefox never remembers history', () => {
  it('allowed there: each page says why it shows nothing, and when history is remembered again all is there', async () => {
    const world = await useSyncedWorld();
    const popup = await world.browser.openPopupTab();
    await untilPopup(popup, 'the list', ({ cards }) => cards.length === 3);
    await popup.waitForSelector('.card-tools');
    for (const key of ['j', 's']) await pressKey(popup, key);
    await eventually(async () => (await readUser(world)).statuses.length === 1, { what: 'the star' });
    await writeRows(world, 'user', 'topics', [toTopicRow({ name: 'Papers', query: 'paper' })]);
    const before = await readUser(world);
    await allowInPrivateWindows(world);

    await restart(world, true);
    expect((await world.browser.readPopup('This is a private window.')).text).toContain('never remembers history');
    for (const path of ['popup.html', 'options.html#topics', 'welcome.html']) {
      const page = await world.browser.openPage(path);
      await untilWords(page, 'Where Firefox never remembers history, every window is a private one.');
      expect(await page.$('[data-paper], textarea, input'), path).toBeNull();
      await page.close();
    }

    await restart(world, false);
    expect(await readUser(world)).toEqual(before);
    const again = await world.browser.openPopupTab();
    await untilPopup(again, 'the list', ({ cards, tabs }) => cards.length === 3 && tabs.Starred === 1);
  });

  it('not allowed there, where every database refuses: a page opened by its address says so, and what to do', async () => {
    const browser = await launchBrowser('firefox', { prefs: { [NEVER]: true }, isShutOut: true });
    onTestFinished(() => browser.close());
    for (const path of ['popup.html', 'options.html']) {
      // The add-on is switched on a moment after the first window.
      const page = await eventually(
        async () => {
          const page = await browser.browser.newPage();
          page.goto(`moz-extension://${uuid}/${path}`, { timeout: 0 }).catch(() => undefined);
          await untilWords(page, 'The browser refuses to store or read the papers.');
          return page;
        },
        { what: path, timeoutMs: 40_000 },
      );
      await untilWords(page, 'A private window, “never remember history”');
      await untilWords(page, 'Try again');
    }
  });
});
