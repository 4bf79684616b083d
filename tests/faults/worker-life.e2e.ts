import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askSync, askSyncFrom, clearAlarms, syncNow } from '../e2e/support/ask';
import {
  letTimePass,
  readFacts,
  readFeed,
  readMeta,
  untilBadgeIsRight,
  untilListed,
  untilSynced,
  writeRows,
} from '../e2e/support/stores';
import { toTopicRow } from '../e2e/support/topic-row';
import { startWorld, toFirstDays, toPaperDays, type World } from '../e2e/support/world';
import { eventually } from '../harness/browsers/extension-browser';
import type { Fault } from '../harness/stand-in/faults';

const HOUR_MS = 3_600_000;

let world: World;
beforeAll(async () => {
  world = await startWorld();
  return () => world.close();
});
afterEach(() => world.standIn.reset());

async function readSyncAlarm(): Promise<number | undefined> {
  return (await world.browser.readAlarms()).find(({ name }) => name === 'sync')?.scheduledTime;
}

describe('FAULTS 23: the same job twice', () => {
  it('makes the requests of one sync when popups, options and alarms ask ten times at once', async () => {
    await untilListed(world, world.today, 3);
    const popups = await Promise.all([world.browser.openPopupTab(), world.browser.openPopupTab()]);
    const options = await world.browser.openPage('options.html#schedule');
    // A request is under way when they all come: a second worker on the same job would make it again.
    world.standIn.play({ kind: 'delay', ms: 2_000 }, { times: 1 });
    const before = world.standIn.feedRequests().length;
    await eventually(() => world.standIn.feedRequests().length > before, { what: 'the delayed request' });
    const asking = [
      ...popups.flatMap((page) => [askSyncFrom(page, 'hand'), askSyncFrom(page, 'page')]),
      askSync(world, 'hand'),
      askSync(world, 'page'),
      askSyncFrom(options, 'hand'),
    ];
    await world.browser.wakeAlarm('sync');
    await world.browser.wakeAlarm('resume');
    const replies = await Promise.all(asking);
    expect(replies.map(({ kind }) => kind)).toEqual(replies.map(() => 'under-way'));
    await untilSynced(world);
    expect(world.standIn.feedRequests().map((request) => request.query.date)).toEqual(toFirstDays(world.today));
    const { papers, listings } = await readFeed(world);
    expect(papers).toHaveLength(3 * toPaperDays(world.today).length);
    expect(listings).toHaveLength(papers.length);
    await untilBadgeIsRight(world);
    await Promise.all([...popups, options].map((page) => page.close()));
  });
});

describe('FAULTS 2: alarms are lost', () => {
  it('sets the lost alarm anew at the stored due time when a popup wakes the worker', async () => {
    const { schedule } = await readMeta(world);
    await clearAlarms(world);
    await world.browser.killWorker();
    expect(await world.browser.readAlarms()).toEqual([]);
    world.standIn.clearLog();
    const popup = await world.browser.openPopupTab();
    const standsAt = await eventually(readSyncAlarm, { what: 'the alarm' });
    expect(Math.abs(standsAt - (schedule?.nextDueAt ?? 0))).toBeLessThan(2_000);
    expect(world.standIn.feedRequests()).toEqual([]);
    await popup.close();
  });

  it('syncs what is overdue when a popup wakes the worker, and sets the alarm to the next time', async () => {
    await letTimePass(world, 5 * HOUR_MS);
    await clearAlarms(world);
    await world.browser.killWorker();
    world.standIn.clearLog();
    const openedAt = Date.now();
    const popup = await world.browser.openPopupTab();
    const { nextDueAt } = await untilSynced(world, { after: openedAt });
    expect(world.standIn.feedRequests()[0]?.query.date).toBe(world.today);
    await eventually(async () => Math.abs(((await readSyncAlarm()) ?? 0) - (nextDueAt ?? 0)) < 2_000, {
      what: 'an alarm at the next due time',
    });
    await popup.close();
  });
});

describe('FAULTS 21: conditional requests', () => {
  it('is told 304 for its own ETag, takes a changed answer, and remembers its new ETag', async () => {
    const ask = async () => {
      world.standIn.clearLog();
      await syncNow(world);
      const [request] = world.standIn.feedRequests(world.today);
      return { etag: request?.headers['if-none-match'], result: request?.result };
    };
    const first = await ask();
    expect(first).toMatchObject({ etag: expect.stringMatching(/^W\/"/), result: 304 });
    const before = await readFacts(world);
    world.standIn.feed.moveUpvotes(world.today, (upvotes) => upvotes + 7);
    expect(await ask()).toEqual({ etag: first.etag, result: 200 });
    const votes = async () =>
      (await readFeed(world)).papers.filter((paper) => paper.dailyDate === world.today).map((paper) => paper.upvotes);
    const old = before.papers.filter((paper) => paper.dailyDate === world.today).map((paper) => paper.upvotes + 7);
    expect(await votes()).toEqual(old);
    const third = await ask();
    expect(third.result).toBe(304);
    expect(third.etag).not.toBe(first.etag);
    expect(await votes()).toEqual(old);
  });
});

describe('FAULTS 24: the badge after a failure and after a restart', () => {
  it('keeps its number when a sync fails, and tells offline from an error by its colour', async () => {
    await writeRows(world, 'user', 'topics', [toTopicRow({ name: 'Everything', query: 'found' })]);
    await syncNow(world);
    const number = await untilBadgeIsRight(world);
    expect(number).not.toBe('');
    const calm = await world.browser.readBadge();
    const looks = new Set([calm.colour]);
    for (const fault of [{ kind: 'drop' }, { kind: 'status', status: 503 }] satisfies Fault[]) {
      world.standIn.reset();
      world.standIn.play(fault);
      expect(await syncNow(world)).toMatchObject({ kind: 'finished', failure: expect.anything() });
      const badge = await world.browser.readBadge();
      expect(badge.text).toBe(number);
      expect(badge.title).not.toBe(calm.title);
      looks.add(badge.colour);
    }
    expect(looks.size).toBe(3);
    world.standIn.reset();
    expect(await syncNow(world)).not.toHaveProperty('failure');
    expect(await world.browser.readBadge()).toMatchObject({ text: number, colour: calm.colour });
  });

  it('counts again at the start of the browser, while the network is away', async () => {
    const number = await untilBadgeIsRight(world);
    world.standIn.play({ kind: 'drop' });
    await world.restart();
    expect(await untilBadgeIsRight(world)).toBe(number);
    await eventually(readSyncAlarm, { what: 'the alarm' });
  });
});
