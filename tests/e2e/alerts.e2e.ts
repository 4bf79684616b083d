import { describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { bring, clearAlerts, readAlerts, useFollowedAgents } from './support/alerts';
import { syncNow } from './support/ask';
import { clickOn, untilPopup } from './support/popup-page';
import { readMeta, writeRows } from './support/stores';

describe('alerts', () => {
  it('are switched on by a click, come once for each reading, and never twice after the worker was killed', async () => {
    const world = await useFollowedAgents();
    expect(await readAlerts(world)).toEqual([]);

    await bring(world, 'Agents that plan', 'Agents that rest', 'Speech');
    await eventually(async () => (await readAlerts(world)).length === 1, { what: 'one alert' });
    await clearAlerts(world);
    expect((await readMeta(world)).untold).toBeUndefined();
    await world.browser.killWorker();
    await world.browser.wakeAlarm('midnight');
    await syncNow(world);
    await world.browser.killWorker();
    await syncNow(world);
    expect(await readAlerts(world)).toEqual([]);

    await bring(world, 'Poetry');
    expect(await readAlerts(world)).toEqual([]);
    await bring(world, 'Agents at night');
    await eventually(async () => (await readAlerts(world)).length === 1, { what: 'an alert of the next reading' });
  });

  it('do not come while the popup is in front, and tell afterwards what is still new', async () => {
    const world = await useFollowedAgents();
    const popup = await world.browser.openPopupTab();
    await popup.bringToFront();
    // On a list that lacks them.
    await untilPopup(popup, 'the tabs', ({ tabs }) => tabs.Starred !== undefined);
    await clickOn(popup, '[data-tab="starred"]');
    await untilPopup(popup, 'an empty list', ({ all }) => all.includes('No paper has a star'));
    expect(await popup.evaluate(() => document.hasFocus())).toBe(true);
    await bring(world, 'Agents that plan');
    expect((await readMeta(world)).untold).toHaveLength(1);
    expect(await readAlerts(world)).toEqual([]);

    const other = await world.browser.openPage('options.html');
    await other.bringToFront();
    await eventually(async () => (await readAlerts(world)).length === 1, {
      what: 'an alert once another tab is in front',
    });
    expect((await readMeta(world)).untold).toBeUndefined();
  });

  it('wait for the end of the quiet hours, whose doorbell wakes a worker that is gone', async () => {
    const world = await useFollowedAgents();
    const hour = new Date().getHours();
    const quiet = { quietHours: true, quietFrom: hour, quietTo: (hour + 2) % 24 };
    await writeSettings(quiet);
    await bring(world, 'Agents that plan');
    await bring(world, 'Agents that rest');
    expect(await readAlerts(world)).toEqual([]);
    expect((await readMeta(world)).untold).toHaveLength(2);
    const bell = (await world.browser.readAlarms()).find(({ name }) => name === 'alert');
    expect(new Date(bell?.scheduledTime ?? 0).getHours()).toBe((hour + 2) % 24);

    await world.browser.killWorker();
    // As if the two hours had gone by.
    await writeSettings({ ...quiet, quietFrom: (hour + 22) % 24, quietTo: hour });
    await world.browser.wakeAlarm('alert');
    await eventually(async () => (await readAlerts(world)).length === 1, { what: 'one alert' });
    expect((await readMeta(world)).untold).toBeUndefined();

    function writeSettings(settings: Record<string, unknown>) {
      const rows = Object.entries(settings).map(([key, value]) => ({ key, value }));
      return writeRows(world, 'user', 'settings', rows);
    }
  });
});
