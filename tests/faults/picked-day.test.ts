import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '@/lib/core/days/day';
import { isNew } from '@/lib/core/papers/new';
import { feedDb } from '@/lib/db/feed-database';
import { readFeedState } from '@/lib/db/queries/feed-state';
import { readNewPapers } from '@/lib/db/queries/papers';
import { userDb } from '@/lib/db/user-database';
import { createSyncWorld, KILLED, readFeedTables, type SyncWorld } from '../harness/sync-world';
import { createTinyFeed, toTinyItem } from '../harness/tiny-feed';
import { writeMeta } from '../harness/write-meta';

const TODAY = '2026-11-20';
const FRIDAY_NOON = Date.parse(`${TODAY}T12:00:00Z`);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A Wednesday seven weeks back. */
const OLD = '2026-09-30';
const OLDER = '2026-09-16';

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
});

const askedDates = () => world.standIn.feedRequests().map((request) => request.query.date);
const readRow = (date: string) => feedDb.days.get(['huggingface', date]);

/** Everything was read just now, and the log is empty. */
async function settleIn() {
  await world.sync('install');
  world.now += MINUTE_MS;
  world.standIn.clearLog();
}

/** Wakes as the doorbell `resume` would, until nothing is unfinished. */
async function wakeUntilDone() {
  for (let wake = 0; wake < 30 && (await readFeedState()).job; wake += 1) {
    await world.sync('alarm');
    world.now += 30_000;
  }
}

describe('a day the user picks', () => {
  beforeEach(settleIn);

  it('is read alone, stored with its ledger row, and settled', async () => {
    expect(await world.sync('hand', OLD)).toMatchObject({ kind: 'finished', requests: 1 });
    expect(askedDates()).toEqual([OLD]);
    expect(await readRow(OLD)).toMatchObject({ state: 'complete', papers: 3, settledAt: world.now, picked: true });
    expect(await feedDb.papers.where('dailyDate').equals(OLD).count()).toBe(3);
    expect(await readFeedState()).not.toHaveProperty('wanted');
    expect(await readFeedState()).not.toHaveProperty('job');
  });

  it('brings nothing new: neither to the count nor to the reply', async () => {
    const before = (await readNewPapers(TODAY)).entries.map(({ paper }) => paper.id);
    expect(await world.sync('hand', OLD)).toMatchObject({ newPapers: 0 });
    expect((await readNewPapers(TODAY)).entries.map(({ paper }) => paper.id)).toEqual(before);
    const papers = await feedDb.papers.where('dailyDate').equals(OLD).toArray();
    expect(papers.some((paper) => isNew({ paper, seen: false }, TODAY))).toBe(false);
  });

  it('leaves the due time and the last reading of the feed as they stand', async () => {
    const { schedule } = await readFeedState();
    await world.sync('hand', OLD);
    expect((await readFeedState()).schedule).toEqual(schedule);
  });

  it('does not pull a paper of a newer day back', async () => {
    const item = toTinyItem('2026-11-18', 0);
    world.standIn.feed.replaceBody(OLD, [item]);
    await world.sync('hand', OLD);
    const id = (item as { paper: { id: string } }).paper.id;
    expect((await feedDb.papers.get(id))?.dailyDate).toBe('2026-11-18');
    expect(await feedDb.listings.get(['huggingface', OLD, id])).toBeDefined();
  });

  it('is read again where it was settled, with its etag', async () => {
    await world.sync('hand', OLD);
    world.now += HOUR_MS;
    await world.sync('hand', OLD);
    const requests = world.standIn.feedRequests(OLD);
    expect(requests).toHaveLength(2);
    expect(requests[1]?.result).toBe(304);
    expect((await readRow(OLD))?.readAt).toBe(world.now);
  });

  it('is no beginning to catch up from', async () => {
    await world.sync('hand', OLD);
    world.standIn.play({ kind: 'cut' }, { date: OLDER, times: 1 });
    await world.sync('hand', OLDER);
    expect((await readRow(OLDER))?.state).toBe('failed');
    await world.runUntil(FRIDAY_NOON + 48 * HOUR_MS);
    const others = askedDates().filter((date) => date !== undefined && date < addDays(TODAY, -14));
    expect(others).toEqual([OLD, OLDER]);
  });

  it('is fetched page by page', async () => {
    world.standIn.capPages(2);
    await world.sync('hand', OLD);
    expect(askedDates()).toEqual([OLD, OLD]);
    expect(await readRow(OLD)).toMatchObject({ state: 'complete', papers: 3 });
  });

  it.each([
    ['the day before the feed began', '2023-05-03'],
    ['tomorrow', '2026-11-21'],
    ['a day that is none', '2026-02-30'],
    ['other text', 'today'],
  ])('is refused where it is %s, and nothing is asked', async (_name, day) => {
    expect(await world.sync('hand', day)).toEqual({ kind: 'refused' });
    expect(world.standIn.feedRequests()).toEqual([]);
    expect(await readFeedState()).not.toHaveProperty('wanted');
  });

  it('tells why it could not be read in its row, not as the state of the feed', async () => {
    world.standIn.play({ kind: 'drop' }, { date: OLD });
    expect(await world.sync('hand', OLD)).toMatchObject({ failure: { kind: 'unreachable' } });
    expect(await readRow(OLD)).toMatchObject({ state: 'failed', failure: { kind: 'unreachable' } });
    expect((await readFeedState()).schedule?.failure).toBeUndefined();
    // It had its answer: no later sync trips over it.
    expect(await readFeedState()).not.toHaveProperty('wanted');
  });
});

describe('a day picked while a sync is under way', () => {
  it('joins it, and is read next after today', async () => {
    const { fetchPage } = world.io;
    const replies: unknown[] = [];
    world.io.fetchPage = async (ask) => {
      if (ask.date === TODAY) replies.push(await world.sync('hand', OLD));
      return fetchPage(ask);
    };
    await world.sync('install');
    expect(replies).toEqual([{ kind: 'under-way' }]);
    const dates = askedDates();
    expect(dates.slice(0, 3)).toEqual([TODAY, OLD, addDays(TODAY, -1)]);
    expect(dates).toHaveLength(16);
  });

  it.each([
    ['a problem of the site', { kind: 'status', status: 503 }],
    ['no answer', { kind: 'drop' }],
  ] as const)('does not end that sync where it meets %s: the feed is no worse for it', async (_name, fate) => {
    const { fetchPage } = world.io;
    world.io.fetchPage = async (ask) => {
      if (ask.date === TODAY) await world.sync('hand', OLD);
      return fetchPage(ask);
    };
    world.standIn.play(fate, { date: OLD });
    expect(await world.sync('install')).not.toHaveProperty('failure');
    expect(askedDates()).toHaveLength(16);
    expect(await readRow(OLD)).toMatchObject({ state: 'failed', attempts: 1 });
    expect((await readFeedState()).schedule).toMatchObject({ failures: 0, lastSuccessAt: world.now });
    expect((await readFeedState()).schedule).not.toHaveProperty('failure');
  });

  it.each([
    ['there is no network', 'offline'],
    ['the server asks to wait', 'rate-limited'],
  ] as const)('ends that sync where %s: every request would meet it', async (_name, kind) => {
    const { fetchPage } = world.io;
    world.io.fetchPage = async (ask) => {
      if (ask.date === TODAY) await world.sync('hand', OLD);
      if (ask.date === OLD && kind === 'offline') world.onLine = false;
      return fetchPage(ask);
    };
    world.standIn.play(kind === 'offline' ? { kind: 'drop' } : { kind: 'rate-limited', resetSeconds: 300 }, {
      date: OLD,
    });
    expect(await world.sync('install')).toMatchObject({ failure: { kind } });
    expect(askedDates()).toEqual([TODAY, OLD]);
  });

  it('is read though the sync has used up its requests, in one of its own', async () => {
    await settleIn();
    await writeMeta({
      job: { id: 'j', trigger: 'alarm', startedAt: 0, requests: 20, newPapers: 0, daysDone: 20, daysPlanned: 21 },
    });
    await world.sync('hand', OLD);
    await wakeUntilDone();
    expect(await readRow(OLD)).toMatchObject({ papers: 3 });
  });

  it('is read though the automatic requests of the day are spent', async () => {
    await settleIn();
    await writeMeta({
      job: { id: 'j', trigger: 'alarm', startedAt: 0, requests: 3, newPapers: 0, daysDone: 3, daysPlanned: 4 },
      politeness: { lastRequestAt: 0, notBefore: 0, day: TODAY, requestsToday: 98 },
    });
    await world.sync('hand', OLD);
    expect(await readRow(OLD)).toMatchObject({ papers: 3 });
  });

  it('is kept where the sync ends before its turn, and read by the next', async () => {
    await settleIn();
    await writeMeta({
      politeness: { lastRequestAt: 0, notBefore: world.now + 5 * MINUTE_MS, day: '', requestsToday: 0 },
    });
    expect(await world.sync('hand', OLD)).toMatchObject({ failure: { kind: 'rate-limited' } });
    expect(world.standIn.feedRequests()).toEqual([]);
    expect((await readFeedState()).wanted).toEqual([OLD]);
    world.now += 2 * HOUR_MS;
    await world.sync('alarm');
    expect(askedDates().slice(0, 2)).toEqual([TODAY, OLD]);
    expect(await readFeedState()).not.toHaveProperty('wanted');
  });

  it('does not take the place of the refresh button: both are done', async () => {
    await settleIn();
    const [, whole] = await Promise.all([world.sync('hand', OLD), world.sync('hand')]);
    expect(whole).toMatchObject({ kind: 'finished' });
    expect(askedDates()).toContain(OLD);
    expect(askedDates()).toContain(TODAY);
    expect((await readFeedState()).schedule?.lastSuccessAt).toBeGreaterThan(FRIDAY_NOON + MINUTE_MS);
  });
});

describe('ten days picked at once', () => {
  const days = Array.from({ length: 10 }, (_, i) => addDays(OLD, -i));

  it('are each read once, a second apart', async () => {
    await settleIn();
    await Promise.all(days.map((day) => world.sync('hand', day)));
    await wakeUntilDone();
    expect(askedDates().sort()).toEqual([...days].sort());
    const times = world.standIn.feedRequests().map((request) => request.at);
    expect(Math.min(...times.slice(1).map((at, i) => at - (times[i] ?? 0)))).toBeGreaterThanOrEqual(1_000);
    for (const day of days) expect((await readRow(day))?.readAt).toBeDefined();
  });

  it('are one request where they are the same day', async () => {
    await settleIn();
    await Promise.all(days.map(() => world.sync('hand', OLD)));
    await wakeUntilDone();
    expect(askedDates()).toEqual([OLD]);
  });
});

describe('FAULTS 1: the worker is killed while a picked day is read', () => {
  it('is read all the same wherever it was stopped, and asked at most twice', async () => {
    for (let n = 0; ; n += 1) {
      world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
      await settleIn();
      world.standIn.capPages(2);
      world.killAfter = n;
      const reply = await world.sync('hand', OLD);
      if (reply !== KILLED) break;
      world.now += 30_000;
      await wakeUntilDone();
      expect(await readRow(OLD), `killed at touch ${n}`).toMatchObject({ state: 'complete', papers: 3, picked: true });
      expect((await readFeedTables()).papers).toHaveLength(36);
      expect(new Set(askedDates())).toEqual(new Set([OLD]));
      expect(askedDates().length).toBeLessThanOrEqual(3);
      expect(await readFeedState()).not.toHaveProperty('wanted');
    }
  });

  it('reads the whole feed too where that is due by then', async () => {
    await settleIn();
    world.killAfter = 1;
    expect(await world.sync('hand', OLD)).toBe(KILLED);
    world.now += 2 * HOUR_MS;
    await world.sync('alarm');
    expect(askedDates()).toContain(OLD);
    expect(askedDates()).toContain(TODAY);
    expect((await readFeedState()).job).toBeUndefined();
  });
});

describe('by hand only', () => {
  it('reads a picked day and nothing by itself', async () => {
    await userDb.settings.put({ key: 'syncEveryMin', value: 0 });
    await world.sync('hand', OLD);
    await world.sync('alarm');
    expect(askedDates()).toEqual([OLD]);
  });
});
