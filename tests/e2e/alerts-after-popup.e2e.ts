import { describe, expect, it } from 'vitest';
import { eventually, toExtensionDirectory } from '../harness/browsers/extension-browser';
import { createChromeScope } from '../harness/browsers/firefox-chrome-scope';
import { readAddon } from '../harness/browsers/firefox-profile';
import { toTinyItem } from '../harness/tiny-feed';
import { readAlerts, useFollowedAgents } from './support/alerts';
import { letTimePass, readMeta, writeRows } from './support/stores';
import { BROWSER, type World } from './support/world';

declare const browser: { action: { openPopup(): Promise<void> }; extension: { getViews(of: object): Window[] } };

/** Opens the true popup under its button and returns what closes it as a click beside it does. */
async function openPanel(world: World): Promise<() => Promise<unknown>> {
  if (BROWSER === 'chromium') {
    const popup = await world.browser.openPopup();
    return () => popup.close();
  }
  const page = await world.browser.controlPage();
  // Refused while the window is not in front yet.
  await eventually(() => page.evaluate(() => browser.action.openPopup().then(() => true)), { what: 'the popup' });
  const { geckoId } = readAddon(toExtensionDirectory('firefox', {}));
  const scope = createChromeScope(world.browser.browser, geckoId);
  return () => scope.run(`document.getElementById('customizationui-widget-panel').hidePopup()`);
}

describe('alerts that waited for the popup', () => {
  it.each([
    ['', false],
    [', though the background is gone by then', true],
  ])('come when it is closed while it has the focus%s', async (_where, isGone) => {
    const world = await useFollowedAgents();
    const page = await world.browser.controlPage();
    await page.bringToFront();
    // By hand: what the list shows for a second would be seen, and nothing to be told of.
    await writeRows(world, 'user', 'settings', [{ key: 'clearNewBy', value: 'hand' }]);
    world.standIn.feed.grow(world.today, [toTinyItem(world.today, 300, { title: 'Agents that plan' })]);
    // The popup asks by itself for a reading that is due.
    await letTimePass(world, 3 * 3_600_000);
    const close = await openPanel(world);
    const isWaiting = async () => {
      const { untold, job } = await readMeta(world);
      // The end of a reading tells by itself what came with it.
      return untold?.length === 1 && job === undefined;
    };
    await eventually(isWaiting, { what: 'a paper that waits', timeoutMs: 40_000 });
    await eventually(hasBell, { what: 'the doorbell' });
    expect(await readAlerts(world)).toEqual([]);
    if (isGone) await world.browser.killWorker();
    await close();
    await eventually(async () => (await readAlerts(world)).length === 1, { what: 'its alert' });
    expect((await readMeta(world)).untold).toBeUndefined();
    await eventually(async () => !(await hasBell()), { what: 'the end of the doorbell' });

    /** It rings for what waits even if nobody tells that the popup is gone. */
    async function hasBell(): Promise<boolean> {
      return (await world.browser.readAlarms()).some(({ name }) => name === 'alert');
    }
  });
});
