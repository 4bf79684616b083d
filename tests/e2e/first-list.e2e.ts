import { expect, it } from 'vitest';
import { eventually } from '../harness/browsers/extension-browser';
import { toTinyItem } from '../harness/tiny-feed';
import { readPopupText, untilPopup } from './support/popup-page';
import { letTimePass, untilBadgeIsRight } from './support/stores';
import { useSyncedWorld } from './support/synced-world';
import type { World } from './support/world';

interface Kept {
  entries: { paper: { id: string; title: string }; seen: boolean; status?: { read?: { value: boolean } } }[];
}

/** What the browser's memory holds for the next popup. */
async function readKept({ browser }: World): Promise<Kept> {
  const page = await browser.controlPage();
  const text = await page.evaluate(async () => {
    const api = globalThis as unknown as Record<'browser' | 'chrome', typeof chrome | undefined>;
    return (await (api.browser ?? api.chrome)?.storage.session.get('first-list'))?.['first-list'];
  });
  return JSON.parse(String(text)) as Kept;
}

declare const chrome: { storage: { session: { get(key: string): Promise<Record<string, unknown>> } } };

it('the list of the next popup is kept with every badge: after a sync, an action, a paper that came', async () => {
  const world = await useSyncedWorld();
  await untilBadgeIsRight(world);
  const popup = await world.browser.openPopupTab();
  const { cards } = await untilPopup(popup, 'the list', ({ cards }) => cards.length >= 3);
  const ids = async () => (await readKept(world)).entries.map(({ paper }) => paper.id);
  await eventually(async () => JSON.stringify(await ids()) === JSON.stringify(cards), { what: 'the kept list' });
  await popup.waitForSelector('.card-tools');
  await popup.bringToFront();
  await popup.keyboard.press('j');
  await popup.keyboard.press('x');
  await eventually(async () => (await readKept(world)).entries[0]?.status?.read?.value === true, {
    what: 'the mark in the kept list',
  });
  await popup.close();
  world.standIn.feed.grow(world.today, [toTinyItem(world.today, 300, { title: 'It came late' })]);
  await letTimePass(world, 2 * 3_600_000);
  const next = await world.browser.openPopupTab();
  await untilPopup(next, 'the paper that came', ({ all }) => all.includes('It came late'));
  await eventually(async () => (await readKept(world)).entries.some(({ paper }) => paper.title === 'It came late'), {
    what: 'the paper in the kept list',
  });
  const shown = (await readPopupText(next)).cards;
  expect(await ids()).toEqual(shown);
});
