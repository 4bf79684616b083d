import { describe, expect, it } from 'vitest';
import { useWorldWithBackground } from '../e2e/support/other-background';
import { untilPopup } from '../e2e/support/popup-page';
import { pressKey } from '../e2e/support/popup-steps';
import { readUser, untilBadgeIsRight, untilListed } from '../e2e/support/stores';
import { eventually } from '../harness/browsers/extension-browser';

describe('FAULTS 6: the background can’t be started', () => {
  it('leaves everything to the pages: reading, listing, marks, topics and the badge; and they say so', async () => {
    const world = await useWorldWithBackground(`throw new Error('This background is broken.');`);
    const popup = await world.browser.openPopupTab();
    await untilListed(world, world.today, 3);
    await untilPopup(popup, 'the list', ({ cards }) => cards.length === 3);
    await eventually(async () => (await popup.$eval('body', (body) => body.textContent)).includes('Reading'), {
      what: 'the words of a reading',
    });

    await popup.waitForSelector('.card-tools');
    await popup.bringToFront();
    for (const key of ['j', 's', 'x']) await pressKey(popup, key);
    await eventually(
      async () => {
        const [status] = (await readUser(world)).statuses;
        return status?.starred?.value === true;
      },
      { what: 'the star' },
    );

    const options = await world.browser.openPage('options.html#topics/new');
    const field = await options.waitForSelector('textarea');
    await field?.type('paper');
    await eventually(async () => (await readUser(world)).topics.some(({ query }) => query === 'paper'), {
      what: 'the topic',
    });
    expect(await untilBadgeIsRight(world)).toMatch(/^[1-9]/);

    await options.evaluate(() => {
      location.hash = 'schedule';
    });
    for (const page of [popup, options]) {
      await eventually(
        async () => (await page.$eval('body', (body) => body.textContent)).includes('Not updating by itself'),
        { what: 'the words for a silent background', timeoutMs: 60_000 },
      );
    }
  });
});
