import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { askSync } from '../e2e/support/ask';
import { readPopupText, untilPopup, untilText } from '../e2e/support/popup-page';
import { useSyncedWorld } from '../e2e/support/synced-world';
import type { World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';
import { upgradeDatabase } from '../harness/states/database';

const USER = 'daily-papers-user';

describe('FAULTS 9 and 11: the databases are upgraded by a newer version', () => {
  it('open pages load themselves anew, show everything, say what is the matter, and change nothing', async () => {
    const world = await useSyncedWorld();
    const popup = await world.browser.openPopupTab();
    await untilPopup(popup, 'the list', ({ cards }) => cards.length === 3);
    await popup.waitForSelector('.card-tools');
    for (const key of ['j', 's']) await press(popup, key);
    await eventually(async () => (await readStatuses(world)).length === 1, { what: 'the star' });
    const options = await world.browser.openPage('options.html#appearance');
    await options.waitForSelector('input[value="dark"]');
    const began = await Promise.all([popup, options].map(readBeginning));

    await upgradeDatabase(world.browser, 'feed');
    await upgradeDatabase(world.browser, 'user');

    await untilText(options, 'from a newer version of Daily Papers');
    await untilText(popup, 'From a newer version: only shown');
    const again = await Promise.all([popup, options].map(readBeginning));
    for (const [i, at] of again.entries()) expect(at).toBeGreaterThan(began[i] ?? 0);

    expect((await readPopupText(popup)).cards).toHaveLength(3);
    const before = await readStatuses(world);
    await popup.waitForSelector('.card-tools');
    for (const key of ['j', 'l', 's', 'd']) await press(popup, key);
    await options.$eval('input[value="dark"]', (choice) => (choice as HTMLElement).click());
    await untilText(options, 'was written by a newer version');
    expect(await readStatuses(world)).toEqual(before);
    expect(await world.browser.readStore(USER, 'settings')).toEqual([]);

    // Not one request more, though its button is pressed: looked at once the reading it asked for was refused.
    world.standIn.clearLog();
    await popup.evaluate(hearReplies);
    await popup.$eval('[aria-label="Read the feed now"]', (button) => (button as HTMLElement).click());
    await eventually(() => popup.evaluate(() => replies.some(({ kind }) => kind === 'newer')), { what: 'the refusal' });
    expect(await askSync(world)).toEqual({ kind: 'newer' });
    expect(world.standIn.feedRequests()).toEqual([]);
  });
});

/** What the background has answered to a page. */
declare const replies: { kind?: string }[];

interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<{ kind?: string }> };
}
declare const self: { browser?: ExtensionApi; chrome: ExtensionApi };

/** Runs in the page. */
function hearReplies(): void {
  const { runtime } = self.browser ?? self.chrome;
  const ask = runtime.sendMessage.bind(runtime);
  const heard: { kind?: string }[] = [];
  Object.assign(globalThis, { replies: heard });
  runtime.sendMessage = async (message) => {
    const reply = await ask(message);
    heard.push(reply);
    return reply;
  };
}

async function press(page: Page, key: string): Promise<void> {
  await page.bringToFront();
  await page.keyboard.press(key as 's');
}

function readStatuses(world: World): Promise<unknown[]> {
  return world.browser.readStore(USER, 'statuses');
}

/** When the page was loaded, ms. */
function readBeginning(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin);
}
