import { describe, expect, it } from 'vitest';
import { eventually, toExtensionDirectory } from '../harness/browsers/extension-browser';
import { createChromeScope } from '../harness/browsers/firefox-chrome-scope';
import { readAddon } from '../harness/browsers/firefox-profile';
import { bring, readAlerts, useFollowedAgents } from './support/alerts';
import type { World } from './support/world';

declare const browser: {
  extension: { getViews(of?: object): Window[] };
  action: { getPopup(of: object): Promise<string> };
};

const toScope = ({ browser: { browser } }: World) =>
  createChromeScope(browser, readAddon(toExtensionDirectory('firefox', {})).geckoId);

/** Firefox's windows: its own of an alert, and the one with the tabs. */
type Front = 'alert:alert' | 'navigator:browser';

/** An alert takes the front where it is drawn after a page was brought there: which of the two it is must not be chance. */
async function bringToFront(world: World, front: Front): Promise<void> {
  const isInFront = `(() => {
    const [window] = Services.wm.getEnumerator('${front}');
    window?.focus();
    return window !== undefined && Services.focus.activeWindow === window;
  })()`;
  const scope = toScope(world);
  await eventually(async () => (await scope.run(isInFront)) === 'true', { what: `${front} in front` });
}

/** Clicks Firefox's own window of the alert, as the user does. */
async function clickAlert(world: World, front: Front = 'navigator:browser'): Promise<void> {
  const scope = toScope(world);
  const isDrawn = `[...Services.wm.getEnumerator('alert:alert')].some(({ document }) => document.getElementById('alertBox'))`;
  await eventually(async () => (await scope.run(isDrawn)) === 'true', { what: 'the window of the alert' });
  await bringToFront(world, front);
  await scope.run(`[...Services.wm.getEnumerator('alert:alert')][0].document.getElementById('alertBox').click()`);
}

/** The popup that was opened at the papers of an alert: what it shows, and whether under its button. */
async function readTold(world: World): Promise<{ text: string; isPanel: boolean } | undefined> {
  const page = await world.browser.controlPage();
  return page.evaluate(() => {
    const told = browser.extension.getViews().find(({ location }) => location.href.includes('popup.html#told='));
    return (
      told && {
        text: told.document.body.textContent ?? '',
        isPanel: browser.extension.getViews({ type: 'popup' }).includes(told),
      }
    );
  });
}

async function untilTold(world: World): Promise<{ text: string; isPanel: boolean }> {
  return eventually(
    async () => {
      const told = await readTold(world);
      return told?.text.includes('Agents that plan') && told;
    },
    { what: 'its papers' },
  );
}

async function bringAgents(world: World): Promise<void> {
  await bring(world, 'Agents that plan', 'Speech');
  await eventually(async () => (await readAlerts(world)).length === 1, { what: 'one alert' });
}

describe('a click on an alert', () => {
  it.each([
    ['under its button', true, 'navigator:browser'],
    ['under its button, though another window was in front', true, 'alert:alert'],
    ['in a tab where the browser opens none by itself', false, 'navigator:browser'],
  ] as const)(
    'wakes a background that is gone and opens the popup at its papers, %s',
    async (_where, isPanel, front) => {
      const world = await useFollowedAgents({ 'extensions.openPopupWithoutUserGesture.enabled': isPanel });
      await world.browser.killWorker();
      await bringAgents(world);
      await world.browser.killWorker();
      await clickAlert(world, front);
      const told = await untilTold(world);
      expect(told.text).not.toContain('Speech');
      expect(told.isPanel).toBe(isPanel);
      await eventually(async () => (await readAlerts(world)).length === 0, { what: 'no alert' });
      const page = await world.browser.controlPage();
      expect(await page.evaluate(() => browser.action.getPopup({}))).toBe(`${world.browser.baseUrl}popup.html`);
    },
  );

  it('is heard from a minute on also where alerts were allowed in the life that brought it, and that is gone', async () => {
    const world = await useFollowedAgents();
    const isAsked = async () => (await world.browser.readAlarms()).some(({ name }) => name === 'anew');
    expect(await isAsked()).toBe(true);
    await bringAgents(world);
    await world.browser.killWorker();
    // As if the minute had gone by.
    await world.browser.wakeAlarm('anew');
    await eventually(async () => !(await isAsked()), { what: 'the end of that alarm' });
    await world.browser.killWorker();
    await clickAlert(world);
    await untilTold(world);
  });
});
