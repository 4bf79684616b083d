import { describe, expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { bring, readAlerts, useAlertingWorld } from './support/alerts';
import { untilPopup } from './support/popup-page';
import { writeRows } from './support/stores';
import { toTopicRow } from './support/topic-row';
import type { World } from './support/world';

// Inside the worker.
declare const chrome: {
  notifications: { onClicked: { dispatch(id: string): void } };
  action: { getPopup(of: object): Promise<string> };
};

/** The notification itself is the system's: the click is told to the worker as the browser would. */
async function clickAlert({ browser }: World, id: string): Promise<void> {
  const target = await browser.browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith(browser.baseUrl),
  );
  const worker = await target.worker();
  await worker?.evaluate((id) => chrome.notifications.onClicked.dispatch(id), id);
}

describe('a click on an alert', () => {
  it('opens the popup at its papers, though their topic is off the badge, takes the alert away, and leaves the button as it was', async () => {
    const world = await useAlertingWorld();
    const topic = toTopicRow({ name: 'Agents', query: 'agents', notify: true, badge: false });
    await writeRows(world, 'user', 'topics', [topic]);
    await bring(world, 'Agents that plan', 'Speech');
    const [id = ''] = await eventually(async () => {
      const alerts = await readAlerts(world);
      return alerts.length === 1 && alerts;
    });
    // The popup opens above a window that is in front.
    const page = await world.browser.controlPage();
    await page.bringToFront();
    await clickAlert(world, id);
    const target = await world.browser.browser.waitForTarget((one) => one.url().includes('popup.html#told='), {
      timeout: 15_000,
    });
    const popup = await target.asPage();
    const { cards, all } = await untilPopup(popup, 'the new papers', (text) => text.cards.length > 0);
    expect(cards).toHaveLength(1);
    expect(all).toContain('Agents that plan');
    expect(await popup.$eval('[role="tab"][aria-selected="true"] .tab-name', (tab) => tab.textContent)).toBe('New');
    await eventually(async () => (await readAlerts(world)).length === 0, { what: 'no alert' });
    const next = await page.evaluate(() => chrome.action.getPopup({}));
    expect(next).toBe(`${world.browser.baseUrl}popup.html`);
  });
});
