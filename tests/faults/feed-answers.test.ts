import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { feedDb } from '@/lib/db/feed-database';
import { readFeedState } from '@/lib/db/queries/feed-state';
import type { Fault } from '../harness/stand-in/faults';
import { createSyncWorld, KILLED, readFeedTables, type SyncWorld } from '../harness/sync-world';
import { createTinyFeed, toTinyItem } from '../harness/tiny-feed';

const FRIDAY_NOON = Date.parse('2026-11-20T12:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const TODAY = '2026-11-20';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
});

async function readToday() {
  const row = await feedDb.days.get(['huggingface', TODAY]);
  if (!row) throw new Error('today has no row');
  return row;
}

describe('FAULTS 14: a captive portal answers', () => {
  it('changes nothing but the failure and the next try, whatever the body is', async () => {
    await world.sync('install');
    const before = await readFeedTables();
    const nonsense = fc.oneof(
      fc.constant<Fault>({ kind: 'html' }),
      fc.constant<Fault>({ kind: 'truncate' }),
      fc
        .jsonValue()
        .map((value): Fault => ({ kind: 'mutate', change: () => (Array.isArray(value) ? { value } : value) })),
      fc
        .array(fc.jsonValue(), { minLength: 1, maxLength: 5 })
        .map((list): Fault => ({ kind: 'mutate', change: () => list })),
      fc.constantFrom(404, 418, 500, 502, 503).map((status): Fault => ({ kind: 'status', status })),
      fc.constant<Fault>({ kind: 'drop' }),
    );
    await fc.assert(
      fc.asyncProperty(nonsense, async (fault) => {
        world.standIn.reset();
        world.standIn.play(fault);
        world.now += MINUTE_MS;
        await world.sync('hand');
        const after = await readFeedTables();
        expect(after.papers).toEqual(before.papers);
        expect(after.listings).toEqual(before.listings);
        const facts = (rows: typeof before.days) =>
          rows.map(({ date, state, papers, pages, settledAt, readAt }) => ({
            date,
            state,
            papers,
            pages,
            settledAt,
            readAt,
          }));
        expect(facts(after.days)).toEqual(facts(before.days));
        const row = after.days.find((day) => day.date === TODAY);
        expect(row?.failure).toBeDefined();
        expect(row?.nextTryAt).toBeGreaterThan(world.now);
      }),
      { numRuns: 60 },
    );
  });

  it('goes on by itself when the portal is gone', async () => {
    world.standIn.play({ kind: 'html' });
    await world.sync('install');
    expect(await feedDb.papers.count()).toBe(0);
    expect((await readFeedState()).schedule?.failure?.kind).toBe('not-json');
    world.standIn.reset();
    await world.runUntil(world.now + 3 * HOUR_MS);
    expect(await feedDb.papers.count()).toBe(33);
    expect((await readFeedState()).schedule?.failure).toBeUndefined();
  });
});

describe('FAULTS 16: an answer is empty or partial and looks valid', () => {
  it('keeps a day that was full when a later answer is empty', async () => {
    await world.sync('install');
    world.standIn.feed.replaceBody(TODAY, []);
    world.now += HOUR_MS;
    await world.sync('hand');
    expect(await readToday()).toMatchObject({ state: 'complete', papers: 3 });
    expect(await feedDb.listings.where('date').equals(TODAY).count()).toBe(3);
  });

  it('gets every paper that a day gains later, and never counts fewer', async () => {
    world.standIn.feed.replaceBody(TODAY, [toTinyItem(TODAY, 0)]);
    await world.sync('install');
    const counts: number[] = [(await readToday()).papers];
    for (const list of [[1, 2], [2], [0, 3, 4], []]) {
      world.standIn.feed.replaceBody(
        TODAY,
        list.map((index) => toTinyItem(TODAY, index)),
      );
      await world.runUntil(world.now + 90 * MINUTE_MS);
      counts.push((await readToday()).papers);
    }
    expect(counts).toEqual([1, 3, 3, 5, 5]);
  });

  it('reads a day a last time when it is 14 days old, and then no more', async () => {
    await world.sync('install');
    await world.runUntil(FRIDAY_NOON + 16 * DAY_MS);
    const row = await readToday();
    expect(row.settledAt).toBeGreaterThanOrEqual(Date.parse('2026-12-04T00:00:00Z'));
    world.standIn.clearLog();
    await world.runUntil(world.now + 3 * DAY_MS);
    expect(world.standIn.feedRequests(TODAY)).toHaveLength(0);
  });

  it('goes on with the next page after a page was lost', async () => {
    world.standIn.capPages(2);
    world.standIn.play({ kind: 'status', status: 502 }, { date: TODAY, times: 1 });
    await world.sync('install');
    await world.runUntil(world.now + 4 * HOUR_MS);
    expect(await readToday()).toMatchObject({ state: 'complete', papers: 3 });
  });
});

describe('FAULTS 17: 429', () => {
  it.each<[string, Fault, number]>([
    ['RateLimit', { kind: 'rate-limited', resetSeconds: 255 }, 255],
    ['Retry-After in seconds', { kind: 'rate-limited', retryAfter: 1_800 }, 1_800],
    ['a good answer that was the last of the quota', { kind: 'last-of-quota', resetSeconds: 290 }, 290],
  ])('asks nothing before the reset named by %s, and goes on after it', async (_name, fault, seconds) => {
    world.standIn.play(fault, { times: 1 });
    await world.sync('install');
    const barredAt = world.now;
    const asked = world.standIn.feedRequests().length;
    for (let at = barredAt; at < barredAt + seconds * 1_000 - 2_000; at += 7_000) {
      world.now = at;
      await world.sync('hand');
      await world.sync('alarm');
    }
    expect(world.standIn.feedRequests()).toHaveLength(asked);
    world.now = barredAt;
    await world.runUntil(barredAt + seconds * 1_000 + 5 * MINUTE_MS);
    expect(await feedDb.papers.count()).toBe(33);
  });

  it('keeps the papers and says until when', async () => {
    await world.sync('install');
    world.standIn.play({ kind: 'rate-limited', resetSeconds: 255 });
    world.now += HOUR_MS;
    await world.sync('hand');
    const { schedule } = await readFeedState();
    expect(schedule?.failure).toMatchObject({ kind: 'rate-limited' });
    expect(await feedDb.papers.count()).toBe(33);
  });
});

describe('FAULTS 19: a request hangs', () => {
  it('gives the request up and syncs at the next alarm', async () => {
    world.standIn.play({ kind: 'hang' }, { times: 1 });
    const reply = await world.sync('install');
    expect(reply).toMatchObject({ kind: 'finished', failure: { kind: 'timeout' } });
    await world.runUntil(world.now + 10 * MINUTE_MS);
    expect(await feedDb.papers.count()).toBe(33);
  });

  it('takes the lock from a holder past its time, and refuses what that holder still writes', async () => {
    let release: (() => void) | undefined;
    const { fetchPage } = world.io;
    world.io.fetchPage = async (ask) => {
      const answer = await fetchPage(ask);
      // Frozen with the answer in its hands, deaf to every signal.
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return answer;
    };
    const frozen = world.sync('install');
    await expect.poll(() => release).toBeDefined();
    world.io.fetchPage = fetchPage;
    expect(await world.sync('alarm')).toEqual({ kind: 'under-way' });
    world.now += 10 * MINUTE_MS;
    expect(await world.sync('alarm')).toMatchObject({ kind: 'finished' });
    const before = await readFeedTables();
    release?.();
    expect(await frozen).toEqual({ kind: 'under-way' });
    expect(await readFeedTables()).toEqual(before);
  });
});

describe('FAULTS 20: the browser is wrong about being online', () => {
  it('syncs though it believes to be offline', async () => {
    world.onLine = false;
    await world.sync('install');
    expect(await feedDb.papers.count()).toBe(33);
  });

  it('says unreachable, not offline, when it believes to be online', async () => {
    world.standIn.play({ kind: 'drop' });
    expect(await world.sync('install')).toMatchObject({ failure: { kind: 'unreachable' } });
  });
});

describe('FAULTS 22: time zones and wrong clocks', () => {
  it.each([-2, -1, 1, 2])('shows the server’s day with a clock %d days off', async (days) => {
    world.now = FRIDAY_NOON + days * DAY_MS;
    world.skewMs = days * DAY_MS;
    await world.sync('install');
    expect(await readToday()).toMatchObject({ state: 'complete', papers: 3 });
    expect(await feedDb.papers.count()).toBe(33);
    expect((await readFeedState()).schedule?.failure).toBeUndefined();
  });

  it('gets both days around UTC midnight', async () => {
    world.now = Date.parse('2026-11-18T23:59:00Z');
    await world.sync('install');
    world.now = Date.parse('2026-11-19T00:01:00Z');
    await world.sync('hand');
    const dates = (await feedDb.listings.toArray()).map((listing) => listing.date);
    expect(dates).toContain('2026-11-18');
    expect(dates).toContain('2026-11-19');
  });

  it('counts a paper once that a DST Sunday and its Monday both list', async () => {
    const item = toTinyItem('2026-11-01', 7);
    world.now = Date.parse('2026-11-02T12:00:00Z');
    world.standIn.feed.replaceBody('2026-11-01', [item]);
    world.standIn.feed.replaceBody('2026-11-02', [item, toTinyItem('2026-11-02', 1)]);
    await world.sync('install');
    const paper = await feedDb.papers.get('2611.01007');
    expect(paper?.dailyDate).toBe('2026-11-02');
    expect(await feedDb.listings.where('paperId').equals('2611.01007').count()).toBe(2);
  });

  it('is not put off for ever when the clock was set back', async () => {
    await world.sync('install');
    world.now -= 30 * DAY_MS;
    world.skewMs = -30 * DAY_MS;
    world.standIn.clearLog();
    const reply = await world.sync('alarm');
    expect(reply !== KILLED && reply.kind).toBe('finished');
    expect(world.standIn.feedRequests(TODAY)).toHaveLength(1);
  });
});

describe('the papers of a sync', () => {
  it('are stored newest day first, so that a list is there after one answer', async () => {
    world.killAfter = 4;
    await world.sync('install');
    expect(await feedDb.listings.where('date').equals(TODAY).count()).toBe(3);
  });

  it('keep a field that a later answer lacks, and take one that changed', async () => {
    world.standIn.feed.replaceBody(TODAY, [toTinyItem(TODAY, 0, { ai_summary: 'Short.', upvotes: 5 })]);
    await world.sync('install');
    world.standIn.feed.replaceBody(TODAY, [toTinyItem(TODAY, 0, { upvotes: 9 })]);
    world.now += HOUR_MS;
    await world.sync('hand');
    expect(await feedDb.papers.get('2611.20000')).toMatchObject({ aiSummary: 'Short.', upvotes: 9 });
  });
});
