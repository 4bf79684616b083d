import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ensureAlarms } from '@/lib/app/alarms';
import { daysBetween, toUtcDay } from '@/lib/core/days/day';
import { feedDb } from '@/lib/db/feed-database';
import { readFeedState } from '@/lib/db/queries/feed-state';
import { userDb } from '@/lib/db/user-database';
import { createSyncWorld, type SyncWorld } from '../harness/sync-world';
import { createTinyFeed, toTinyItem } from '../harness/tiny-feed';
import { writeMeta } from '../harness/write-meta';

const FRIDAY_NOON = Date.parse('2026-11-20T12:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const POISON = '2026-11-18';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
});

describe('a day that always fails', () => {
  it.each([{ kind: 'status', status: 500 } as const, { kind: 'html' } as const, { kind: 'drop' } as const])(
    'does not keep older days from being read ($kind)',
    async (fault) => {
      world.standIn.play(fault, { date: POISON });
      await world.sync('install');
      await world.runUntil(FRIDAY_NOON + HOUR_MS);
      const rows = await feedDb.days.toArray();
      const unread = rows.filter((row) => row.readAt === undefined).map((row) => row.date);
      expect(unread).toEqual([POISON]);
      expect(await feedDb.papers.count()).toBe(30);
      expect(world.standIn.feedRequests().length).toBeLessThan(40);
    },
  );
});

describe('FAULTS 3: the alarm is made anew at every start', () => {
  it('is not made anew by wakes while its time has passed: each would ring at once and wake again', async () => {
    await writeMeta({ schedule: { nextDueAt: Date.now() - HOUR_MS, failures: 0 } });
    const create = vi.spyOn(browser.alarms, 'create');
    const start = Date.now();
    for (let wake = 0; wake < 100; wake += 1) await ensureAlarms(start + wake * 100);
    expect(create.mock.calls.filter(([name]) => (name as unknown) === 'sync')).toHaveLength(1);
    create.mockRestore();
  });

  it('stands no nearer than half a minute, so that it cannot ring in a circle', async () => {
    await writeMeta({ schedule: { nextDueAt: Date.now() - HOUR_MS, failures: 0 } });
    const now = Date.now();
    await ensureAlarms(now);
    expect((await browser.alarms.get('sync'))?.scheduledTime).toBe(now + 30_000);
  });

  it('is left alone while a sync is under way', async () => {
    await writeMeta({
      schedule: { nextDueAt: Date.now() - HOUR_MS, failures: 0 },
      job: { id: 'j', trigger: 'alarm', startedAt: 0, requests: 0, newPapers: 0, daysDone: 0, daysPlanned: 0 },
    });
    await ensureAlarms();
    expect(await browser.alarms.get('sync')).toBeUndefined();
    expect(await browser.alarms.get('resume')).toBeDefined();
  });

  it('does not ring before the moment the server named', async () => {
    const notBefore = Date.now() + 10 * MINUTE_MS;
    await writeMeta({
      schedule: { nextDueAt: Date.now() - HOUR_MS, failures: 0 },
      politeness: { lastRequestAt: 0, notBefore, day: '', requestsToday: 0 },
    });
    await ensureAlarms();
    expect((await browser.alarms.get('sync'))?.scheduledTime).toBe(notBefore);
  });
});

describe('a full disk', () => {
  const fill = () =>
    vi.spyOn(feedDb.papers, 'bulkPut').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });

  it('is told as a failure, never as a success, and is tried again with the back-off', async () => {
    const full = fill();
    const painted = vi.fn(async () => undefined);
    world.io.afterCommit = painted;
    expect(await world.sync('install')).toMatchObject({ failure: { kind: 'storage' } });
    expect(painted).toHaveBeenCalled();
    for (let ring = 0; ring < 8; ring += 1) {
      world.now += HOUR_MS;
      await world.sync('alarm');
      const { schedule, job } = await readFeedState();
      expect(schedule?.failure?.kind).toBe('storage');
      expect(schedule?.lastSuccessAt).toBeUndefined();
      expect(job).toBeUndefined();
    }
    expect(world.standIn.feedRequests().length).toBeLessThanOrEqual(9);
    full.mockRestore();
    world.now += 2 * HOUR_MS;
    await world.sync('alarm');
    expect(await feedDb.papers.count()).toBe(33);
    expect((await readFeedState()).schedule?.failure).toBeUndefined();
  });
});

describe('a permission taken back', () => {
  it('is told even while the server asks to wait', async () => {
    await world.sync('install');
    world.standIn.play({ kind: 'rate-limited', resetSeconds: 200 }, { times: 1 });
    world.now += HOUR_MS;
    await world.sync('hand');
    world.access = false;
    expect(await world.sync('hand')).toMatchObject({ failure: { kind: 'no-permission' } });
  });
});

describe('FAULTS 16: an answer is empty and looks valid', () => {
  const OLD = '2026-11-06';

  it('does not settle a weekday at the first sight of nothing', async () => {
    world.standIn.feed.replaceBody(OLD, []);
    await world.sync('install');
    expect((await feedDb.days.get(['huggingface', OLD]))?.settledAt).toBeUndefined();
    world.standIn.feed.replaceBody(OLD, [toTinyItem(OLD, 1)]);
    await world.runUntil(FRIDAY_NOON + 26 * HOUR_MS);
    expect(await feedDb.days.get(['huggingface', OLD])).toMatchObject({ papers: 1, state: 'complete' });
  });

  it('settles it when a second reading agrees', async () => {
    world.standIn.feed.replaceBody(OLD, []);
    await world.sync('install');
    await world.runUntil(FRIDAY_NOON + 50 * HOUR_MS);
    expect((await feedDb.days.get(['huggingface', OLD]))?.settledAt).toBeDefined();
  });

  it('does not let it settle a full day, nor take its etag', async () => {
    world.now = FRIDAY_NOON - 24 * HOUR_MS;
    await world.sync('install');
    const before = await feedDb.days.get(['huggingface', OLD]);
    expect(before?.pages[0]?.etag).toBeDefined();
    world.standIn.feed.replaceBody(OLD, []);
    await world.runUntil(FRIDAY_NOON + 2 * HOUR_MS);
    const after = await feedDb.days.get(['huggingface', OLD]);
    expect(after).toMatchObject({ state: 'complete', papers: 3, pages: before?.pages });
    expect(after?.settledAt).toBeUndefined();
  });
});

describe('re-reading at 15 minutes', () => {
  it('still reads every day again until it is settled', async () => {
    await userDb.settings.put({ key: 'syncEveryMin', value: 15 });
    await world.sync('install');
    await world.runUntil(FRIDAY_NOON + 20 * 24 * HOUR_MS);
    for (const date of ['2026-11-23', '2026-11-24', '2026-11-25']) {
      const ages = world.standIn.feedRequests(date).map((request) => daysBetween(date, toUtcDay(request.at)));
      const count = (from: number, to: number) => ages.filter((age) => age >= from && age <= to).length;
      expect(count(0, 0), `${date} on its day`).toBeGreaterThan(75);
      expect(count(1, 1), `${date} a day later`).toBeGreaterThanOrEqual(2);
      expect(count(2, 13), `${date} until it is settled`).toBeGreaterThanOrEqual(4);
      expect(count(14, 14), `${date} settled`).toBe(1);
    }
  });
});
