import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ensureAlarms } from '@/lib/app/alarms';
import { browserSyncIo } from '@/lib/app/sync-io';
import { feedDb } from '@/lib/db/feed-database';
import { createSyncWorld, KILLED, readFeedTables, type SyncWorld } from '../harness/sync-world';
import { createTinyFeed } from '../harness/tiny-feed';
import { writeMeta } from '../harness/write-meta';

const FRIDAY_NOON = Date.parse('2026-11-20T12:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
});

/** What two histories must share: everything but the moments and the names of jobs. */
async function readFacts() {
  const { papers, listings, days } = await readFeedTables();
  return {
    papers: papers.map(({ firstSeenAt: _f, updatedAt: _u, ...paper }) => paper),
    listings: listings.map(({ firstSeenAt: _f, ...listing }) => listing),
    days: days.map(({ source, date, state, papers, droppedCount, pages }) => ({
      source,
      date,
      state,
      papers,
      droppedCount,
      pages,
    })),
  };
}

/** Syncs until the job is through, as wakes would. */
async function finish() {
  for (let wake = 0; wake < 50; wake += 1) {
    const reply = await world.sync('alarm');
    if (reply !== KILLED && reply.kind !== 'under-way') return;
    world.now += 30_000;
  }
  throw new Error('the sync never ended');
}

describe('FAULTS 1: the worker is killed at any moment', () => {
  it('ends with the same database wherever it was stopped, and asks no more than one day twice', async () => {
    await world.sync('install');
    const expected = await readFacts();
    const requests = world.standIn.feedRequests().length;
    expect(expected.papers.length).toBe(33);
    for (let n = 0; ; n += 1) {
      world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
      world.killAfter = n;
      const reply = await world.sync('install');
      if (reply !== KILLED) break;
      expect(world.resumes.length === 0 ? 0 : world.resumes.at(-1)).toSatisfy(
        (at: number) => at === 0 || (at > world.now - 30_000 && at <= world.now + 30_000),
      );
      await finish();
      expect(await readFacts(), `killed at touch ${n}`).toEqual(expected);
      expect(world.standIn.feedRequests().length - requests).toBeLessThanOrEqual(1);
      expect(await feedDb.meta.get('job')).toBeUndefined();
    }
  });

  it.each([0, 1, 2, 3, 4, 5])('keeps a second between two requests when it dies at touch %d', async (touch) => {
    world.killAfter = touch;
    await world.sync('install');
    await finish();
    const times = world.standIn.feedRequests().map((request) => request.at);
    expect(Math.min(...times.slice(1).map((at, i) => at - (times[i] ?? 0)))).toBeGreaterThanOrEqual(1_000);
  });
});

describe('FAULTS 1: the worker dies before the first step of its life', () => {
  it('is woken again: the doorbell of an unfinished sync goes on ringing', async () => {
    await browserSyncIo.ensureResume(Date.now() + 30_000);
    expect((await browser.alarms.get('resume'))?.periodInMinutes).toBe(0.5);
    await browser.alarms.clearAll();
    await writeMeta({
      job: { id: 'j', trigger: 'alarm', startedAt: 0, requests: 0, newPapers: 0, daysDone: 0, daysPlanned: 0 },
    });
    await ensureAlarms();
    expect((await browser.alarms.get('resume'))?.periodInMinutes).toBe(0.5);
    await writeMeta({ job: null });
    await ensureAlarms();
    expect(await browser.alarms.get('resume')).toBeUndefined();
  });
});

describe('FAULTS 2: alarms are lost', () => {
  it('sets the missing alarm anew at the stored due time', async () => {
    const nextDueAt = Date.now() + 40 * MINUTE_MS;
    await writeMeta({ schedule: { nextDueAt, failures: 0 } });
    await ensureAlarms();
    await browser.alarms.clearAll();
    await ensureAlarms();
    expect((await browser.alarms.get('sync'))?.scheduledTime).toBe(nextDueAt);
  });

  it('rings within half a minute when the due time has passed', async () => {
    await writeMeta({ schedule: { nextDueAt: Date.now() - DAY_MS, failures: 0 } });
    await ensureAlarms();
    expect((await browser.alarms.get('sync'))?.scheduledTime).toBeLessThanOrEqual(Date.now() + 30_000);
  });
});

describe('FAULTS 3: the alarm is made anew at every start', () => {
  it('is set once over 100 wakes inside one period', async () => {
    await writeMeta({ schedule: { nextDueAt: Date.now() + 40 * MINUTE_MS, failures: 0 } });
    const create = vi.spyOn(browser.alarms, 'create');
    const start = Date.now();
    for (let wake = 0; wake < 100; wake += 1) await ensureAlarms(start + wake * 1_000);
    expect(create.mock.calls.filter(([name]) => (name as unknown) === 'sync')).toHaveLength(1);
    create.mockRestore();
  });

  it('does not push the doorbell of an unfinished sync ahead of itself', async () => {
    await writeMeta({
      job: { id: 'j', trigger: 'alarm', startedAt: 0, requests: 0, newPapers: 0, daysDone: 0, daysPlanned: 0 },
    });
    const start = Date.now();
    for (let wake = 0; wake < 20; wake += 1) await ensureAlarms(start + wake * 1_000);
    expect((await browser.alarms.get('resume'))?.scheduledTime).toBe(start + 30_000);
  });
});

describe('FAULTS 4: asleep for days', () => {
  it('gets all it missed, newest first, inside the limits', async () => {
    await world.sync('install');
    await world.runUntil(FRIDAY_NOON + 5 * 60 * MINUTE_MS);
    world.standIn.clearLog();
    world.now = FRIDAY_NOON + 10 * DAY_MS;
    await world.sync('alarm');
    const asked = world.standIn.feedRequests().map((request) => request.query.date ?? '');
    expect(asked.slice(0, 10)).toEqual([
      '2026-11-30',
      '2026-11-29',
      '2026-11-28',
      '2026-11-27',
      '2026-11-26',
      '2026-11-25',
      '2026-11-24',
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
    ]);
    expect(asked.length).toBeLessThanOrEqual(20);
    const dates = new Set((await feedDb.listings.toArray()).map((listing) => listing.date));
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']) {
      expect(dates).toContain(day);
    }
  });

  it('fills a hole of 40 days over several syncs', async () => {
    await world.sync('install');
    world.now = FRIDAY_NOON + 40 * DAY_MS;
    await world.runUntil(world.now + 6 * 60 * MINUTE_MS);
    const rows = await feedDb.days.orderBy('date').toArray();
    const dates = rows.filter((row) => row.readAt !== undefined).map((row) => row.date);
    for (let at = FRIDAY_NOON; at <= FRIDAY_NOON + 40 * DAY_MS; at += DAY_MS) {
      expect(dates).toContain(new Date(at).toISOString().slice(0, 10));
    }
  });
});

describe('FAULTS 23: the same job twice', () => {
  it('leaves after 10 syncs at once what one leaves, with the requests of one', async () => {
    await world.sync('install');
    const expected = await readFacts();
    const requests = world.standIn.feedRequests().length;
    world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
    const replies = await Promise.all(Array.from({ length: 10 }, () => world.sync('alarm')));
    expect(replies.filter((reply) => reply !== KILLED && reply.kind === 'finished')).toHaveLength(1);
    expect(await readFacts()).toEqual(expected);
    expect(world.standIn.feedRequests()).toHaveLength(requests);
  });
});
