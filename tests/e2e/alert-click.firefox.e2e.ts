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

/** Clicks Firefox's own window of the alert, as the user does. */
async function clickAlert({ browser: { browser } }: World): Promise<void> {
  const scope = createChromeScope(browser, readAddon(toExtensionDirectory('firefox', {})).geckoId);
  const click = `(() => {
    const [alert] = Services.wm.getEnumerator('alert:alert');
    const box = alert?.document.getElementById('alertBox');
    box?.click();
    return box !== undefined && box !== null;
  })()`;
  await eventually(async () => (await scope.run(click)) === 'true', { what: 'the window of the alert' });
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
  await (await world.browser.controlPage()).bringToFront();
}

/** An alert that is clicked while there is no background, in a new browser; and what opens. */
async function clickAtNew(prefs: Record<string, unknown>) {
  // biome-ignore lint/correctness/useHookAtTopLevel: a browser, and no hook of a component
  const world = await useFollowedAgents(prefs);
  await world.browser.killWorker();
  await bringAgents(world);
  await world.browser.killWorker();
  await clickAlert(world);
  return [world, await untilTold(world)] as const;
}

describe('a click on an alert', () => {
  it.each([
    ['under its button', true],
    ['in a tab where the browser opens none by itself', false],
  ])('wakes a background that is gone and opens the popup at its papers, %s', async (_where, isPanel) => {
    const prefs = { 'extensions.openPopupWithoutUserGesture.enabled': isPanel };
    let [world, told] = await clickAtNew(prefs);
    // A panel that opens while the window of the alert is still closing is closed with it: on a busy machine the papers
    // come in a tab then. Not twice in a row.
    if (isPanel && !told.isPanel) [world, told] = await clickAtNew(prefs);
    expect(told.text).not.toContain('Speech');
    expect(told.isPanel).toBe(isPanel);
    await eventually(async () => (await readAlerts(world)).length === 0, { what: 'no alert' });
    const page = await world.browser.controlPage();
    expect(await page.evaluate(() => browser.action.getPopup({}))).toBe(`${world.browser.baseUrl}popup.html`);
  });

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
