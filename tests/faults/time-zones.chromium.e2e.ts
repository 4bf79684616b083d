import { describe, expect, it } from 'vitest';
import { formatDayHeading } from '@/lib/core/days/format';
import { untilPopup } from '../e2e/support/popup-page';
import { readFeed, untilListed } from '../e2e/support/stores';
import { useWorld } from '../e2e/support/world';

describe('FAULTS 22: time zones', () => {
  // 14 hours ahead of UTC and 11 behind it: at any hour it is another day in one of them. And half an hour of summer time.
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Lord_Howe'])(
    'shows the feed’s UTC day in %s',
    async (zone) => {
      const world = await useWorld({ launch: { env: { TZ: zone } } });
      await untilListed(world, world.today, 3);
      expect(world.standIn.feedRequests()[0]?.query.date).toBe(world.today);
      const popup = await world.browser.openPopupTab();
      expect(await popup.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(zone);
      const shown = await untilPopup(popup, 'the list', ({ cards }) => cards.length === 3);
      expect(shown.heading).toBe(formatDayHeading(world.today, world.today));
      const { days } = await readFeed(world);
      expect(days.find((row) => row.date === world.today)).toMatchObject({ state: 'complete', papers: 3 });
    },
  );
});
