import { expect, it } from 'vitest';
import { toStoredStatus } from '@/lib/core/papers/status';
import { eventually } from '../harness/browsers/extension-browser';
import { readPopupText } from './support/popup-page';
import { writeRows } from './support/stores';
import { useSyncedWorld } from './support/synced-world';

const COUNT = 340;

it('a long list of stars is counted at once, and loaded to its end as it is scrolled', async () => {
  const world = await useSyncedWorld();
  const rows = Array.from({ length: COUNT }, (_, i) =>
    toStoredStatus({
      paperId: `2001.${String(i).padStart(5, '0')}`,
      title: `Old ${i}`,
      starred: { value: true, at: COUNT - i },
    }),
  );
  await writeRows(
    world,
    'user',
    'statuses',
    rows.map((row) => ({ ...row })),
  );
  const popup = await world.browser.openPopupTab();
  await popup.waitForSelector('#tab-starred');
  await popup.$eval('#tab-starred', (tab) => (tab as HTMLElement).click());
  const cards = async () => (await readPopupText(popup)).cards;
  await eventually(async () => (await cards()).length === 150, { what: 'the first page' });
  expect((await readPopupText(popup)).tabs.Starred).toBe(COUNT);
  await eventually(
    async () => {
      await popup.$eval('.popup-list', (list) => list.scrollTo(0, list.scrollHeight));
      return (await cards()).length === COUNT;
    },
    { timeoutMs: 20_000, what: 'the end of the list' },
  );
  expect(await cards()).toEqual(rows.map(({ paperId }) => paperId));
  expect(await popup.$('.popup-more')).toBeNull();
});
