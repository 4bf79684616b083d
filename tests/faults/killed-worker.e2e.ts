import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { toShortestTenGaps } from '../e2e/support/pace';
import { readFacts, readMeta, untilBadgeIsRight, untilSynced } from '../e2e/support/stores';
import { BROWSER, toFirstDays, useWorld, type World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';

/** How long the worker lives after each waking, ms: inside a request, between two, in the pause of a second. */
const LIVES_MS = [5, 60, 150, 400, 900, 1_300, 30, 250, 700, 1_600];

/**
 * The alarm that goes on with the sync: `resume`, at most 30 s ahead, from the first request on (law 6). Before it there
 * is nothing to resume, and `sync` rings.
 */
async function readDoorbell(world: World): Promise<string | undefined> {
  const { job } = await readMeta(world);
  const alarms = await world.browser.readAlarms();
  if ((job?.requests ?? 0) === 0) return alarms.find(({ name }) => name === 'sync')?.name;
  return alarms.find(({ name, scheduledTime }) => name === 'resume' && scheduledTime <= Date.now() + 31_000)?.name;
}

/** Stops the worker again and again until the first sync is through, waking it by its own alarm each time. */
async function syncUnderFire(world: World): Promise<number> {
  // The very first moments are the browser's: before the first alarm stands nothing could wake the extension.
  await eventually(() => readDoorbell(world), { what: 'the first alarm' });
  for (let kills = 0; kills < 60; kills += 1) {
    await wait(LIVES_MS[kills % LIVES_MS.length] ?? 0);
    await world.browser.killWorker();
    const { job, schedule } = await readMeta(world);
    if (job === undefined && schedule) return kills;
    const doorbell = await readDoorbell(world);
    expect(doorbell, `no alarm stands after death ${kills}`).toBeDefined();
    await world.browser.wakeAlarm(doorbell ?? '');
  }
  throw new Error('the sync never ended');
}

describe('FAULTS 1: the worker is killed at any moment', () => {
  it('ends with the database of a sync that was left alone, and asks little twice', async () => {
    const [calm, shot] = await Promise.all([useWorld(), useWorld()]);
    const [kills] = await Promise.all([syncUnderFire(shot), untilSynced(calm)]);
    expect(kills).toBeGreaterThan(BROWSER === 'firefox' ? 5 : 8);
    expect(await readFacts(shot)).toEqual(await readFacts(calm));
    const asked = shot.standIn.feedRequests();
    expect(asked[0]?.query.date).toBe(shot.today);
    // A request that was under way when its worker died is made again, and no other.
    expect(asked.length - toFirstDays(shot.today).length).toBeLessThanOrEqual(kills);
    expect(toShortestTenGaps(asked)).toBeGreaterThan(9_000);
    expect((await readMeta(shot)).schedule?.failure).toBeUndefined();
    await shot.browser.wakeAlarm('midnight');
    await untilBadgeIsRight(shot);
  });
});
