import { describe, expect, it } from 'vitest';
import { addDays, DAY_MS, isWeekend, toUtcDay } from '@/lib/core/days/day';
import { toShortestTenGaps } from '../e2e/support/pace';
import { readFeed, untilBadgeIsRight, untilSynced, writeRows } from '../e2e/support/stores';
import { useSyncedWorld } from '../e2e/support/synced-world';
import type { World } from '../e2e/support/world';

const SECRETS = ['zebrafish', 'quokka', 'axolotl'];
const DAYS = 10;

/** Moves the worker's clock, as waking from a long sleep does: every `Date` it makes from now on is that much later. */
async function moveWorkerClock(world: World, aheadMs: number): Promise<void> {
  const target = await world.browser.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate((ms) => {
    const RealDate = Date;
    class LaterDate extends RealDate {
      constructor(...args: [] | [number]) {
        if (args.length === 0) super(RealDate.now() + ms);
        else super(...args);
      }
      static override now() {
        return RealDate.now() + ms;
      }
    }
    Object.assign(self, { Date: LaterDate });
  }, aheadMs);
}

describe('FAULTS 4 and 39: ten days asleep in a real browser', () => {
  it('gets every day it missed, newest first, at one request a second, from one host, and sends no word of a topic', async () => {
    let aheadMs = 0;
    const world = await useSyncedWorld({ now: () => Date.now() + aheadMs, launch: { catchAll: true } });
    const at = Date.now();
    await writeRows(world, 'user', 'topics', [
      {
        id: 'secret',
        name: 'quokka',
        query: 'zebrafish OR author:axolotl OR paper',
        colour: 0,
        badge: true,
        notify: false,
        enabled: true,
        position: 0,
        createdAt: at,
        updatedAt: at,
      },
    ]);
    const before = world.standIn.log.length;

    aheadMs = DAYS * DAY_MS;
    await moveWorkerClock(world, aheadMs);
    await world.browser.wakeAlarm('sync');
    await untilSynced(world, { after: at + aheadMs });

    const today = toUtcDay(Date.now() + aheadMs);
    const missed = Array.from({ length: DAYS }, (_, age) => addDays(today, -age));
    const requests = world.standIn.log.slice(before);
    expect(requests.slice(0, DAYS).map((request) => request.query.date)).toEqual(missed);
    expect(requests.length).toBeLessThanOrEqual(20);
    expect(toShortestTenGaps(requests)).toBeGreaterThan(9_000);

    const listed = new Set((await readFeed(world)).listings.map((listing) => listing.date));
    for (const day of missed.filter((day) => !isWeekend(day))) expect(listed).toContain(day);
    await untilBadgeIsRight(world);

    const hosts = [...world.standIn.log, ...world.standIn.greetings].map(({ host }) => host);
    expect([...new Set(hosts)]).toEqual(['huggingface.co']);
    const sent = JSON.stringify(world.standIn.log.map(({ path, query, headers }) => [path, query, headers]));
    for (const secret of SECRETS) expect(sent.toLowerCase()).not.toContain(secret);
  });
});
