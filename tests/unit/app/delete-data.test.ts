import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { deleteEverything, deleteFeed, deleteOwnData } from '@/lib/app/delete-data';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic } from '@/lib/app/save-topic';
import { withSyncLock } from '@/lib/app/sync-lock';
import { addDays, type Day, toUtcDay } from '@/lib/core/days/day';
import type { Listing } from '@/lib/core/papers/paper';
import { DEFAULT_SETTINGS } from '@/lib/core/settings/settings';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { RequestRow } from '@/lib/core/sync/request-row';
import type { SyncJob } from '@/lib/core/sync/state';
import { feedDb } from '@/lib/db/feed-database';
import { readMeta } from '@/lib/db/queries/feed-state';
import { readTableSizes } from '@/lib/db/queries/table-sizes';
import { readSettings } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { applyFeedStep, HoldLostError } from '@/lib/db/writes/feed';
import { makePaper } from '../../components/make-paper';
import { installFakeLocks } from '../../harness/fake-locks';
import { writeMeta } from '../../harness/write-meta';

vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));

const TODAY = toUtcDay(Date.now());
const LONG_AGO = '2024-02-06';

const JOB: SyncJob = {
  id: 'job',
  trigger: 'hand',
  startedAt: 1,
  requests: 1,
  newPapers: 0,
  daysDone: 0,
  daysPlanned: 1,
};

const toRow = (date: Day, rest: Partial<LedgerRow> = {}): LedgerRow => ({
  source: 'huggingface',
  date,
  state: 'complete',
  papers: 1,
  dropped: [],
  droppedCount: 0,
  pages: [],
  readAt: 1,
  triedAt: 1,
  attempts: 0,
  jobId: 'job',
  ...rest,
});

const toListing = (paperId: string, date: Day): Listing => ({
  source: 'huggingface',
  date,
  paperId,
  rank: 0,
  firstSeenAt: 1,
});

const toRequest = (day: Day): RequestRow => ({
  at: 1,
  host: 'huggingface.co',
  path: `/api/daily_papers?date=${day}`,
  method: 'GET',
  day,
  trigger: 'hand',
  picked: true,
});

const io = { now: () => Date.now(), sleep: async () => {} };

beforeEach(async () => {
  installFakeLocks();
  vi.stubGlobal('localStorage', { clear: vi.fn(), setItem: vi.fn() });
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  await feedDb.papers.bulkPut([makePaper({ id: 'a' }), makePaper({ id: 'b' })]);
  await feedDb.seen.put({ paperId: 'a', at: 1 });
  await writeMeta({ schedule: { nextDueAt: null, lastAttemptAt: Date.now(), failures: 0 } });
  await writeMeta({ politeness: { lastRequestAt: 1, notBefore: 7, day: '2026-11-20', requestsToday: 3 } });
});

describe('deleting what the user made', () => {
  it('leaves nothing of it, and the papers where they are', async () => {
    await createTopic({ name: 'Agents', query: 'agents' });
    await saveSetting('theme', 'dark');
    await browser.storage.local.set({ copy: 1 });
    await deleteOwnData();
    for (const table of userDb.tables) expect(await table.count(), table.name).toBe(0);
    expect(await feedDb.seen.count()).toBe(0);
    expect(await feedDb.papers.count()).toBe(2);
    expect(await browser.storage.local.get()).toEqual({});
    expect(localStorage.clear).toHaveBeenCalledTimes(1);
    expect((await readSettings()).settings).toEqual(DEFAULT_SETTINGS);
  });

  it('lets the default schedule take effect: a feed that was read by hand is due again', async () => {
    await saveSetting('syncEveryMin', 0);
    expect((await readMeta('schedule'))?.nextDueAt).toBeNull();
    await deleteOwnData();
    expect((await readMeta('schedule'))?.nextDueAt).toBeGreaterThan(Date.now());
  });

  it('leaves no trace of what the user asked for: requests, picked days and their papers, days still wanted', async () => {
    await feedDb.days.bulkPut([
      toRow(TODAY),
      toRow(addDays(TODAY, -3), { picked: true }),
      toRow(LONG_AGO, { picked: true }),
    ]);
    await feedDb.listings.bulkPut([toListing('a', TODAY), toListing('a', LONG_AGO), toListing('c', LONG_AGO)]);
    await feedDb.papers.put(makePaper({ id: 'c', dailyDate: LONG_AGO }));
    await feedDb.requests.add(toRequest(LONG_AGO));
    await writeMeta({ wanted: ['2024-01-09'], job: { ...JOB, wantedOnly: true, reading: '2024-01-09' } });
    await deleteOwnData();
    expect(await feedDb.requests.count()).toBe(0);
    expect((await feedDb.days.toArray()).map(({ date, picked }) => [date, picked])).toEqual([
      [addDays(TODAY, -3), undefined],
      [TODAY, undefined],
    ]);
    expect((await feedDb.listings.toArray()).map(({ date }) => date)).toEqual([TODAY]);
    expect((await feedDb.papers.toCollection().primaryKeys()).sort()).toEqual(['a', 'b']);
    expect(await readMeta('wanted')).toBeUndefined();
    expect(await readMeta('job')).toBeUndefined();
  });

  it('leaves no alert that stands, and none that waits to be shown', async () => {
    const clear = vi.spyOn(browser.notifications, 'clear');
    vi.spyOn(browser.notifications, 'getAll').mockResolvedValue({ a: true } as never);
    await writeMeta({ untold: ['a', 'b'] });
    await deleteOwnData();
    expect(await readMeta('untold')).toBeUndefined();
    expect(clear.mock.calls).toEqual([['a']]);
  });

  it('drops years of picked days in few steps, and no paper that another day lists', async () => {
    const days = Array.from({ length: 400 }, (_, i) => addDays(LONG_AGO, -i));
    const listed = days.flatMap((day, i) => Array.from({ length: 10 }, (_, n) => toListing(`p${i}-${n}`, day)));
    await feedDb.days.bulkPut([toRow(TODAY), ...days.map((day) => toRow(day, { picked: true }))]);
    await feedDb.listings.bulkPut([...listed, toListing('p0-0', TODAY)]);
    await feedDb.papers.bulkPut(listed.map(({ paperId, date }) => makePaper({ id: paperId, dailyDate: date })));
    const steps = vi.spyOn(IDBObjectStore.prototype, 'index');
    await deleteOwnData();
    expect(steps.mock.calls.length).toBeLessThan(100);
    steps.mockRestore();
    expect((await feedDb.papers.toCollection().primaryKeys()).sort()).toEqual(['a', 'b', 'p0-0']);
    expect((await feedDb.papers.get('p0-0'))?.dailyDate).toBe(TODAY);
  });

  it('leaves a reading of what is due to go on, without the picked day that it was at', async () => {
    await writeMeta({ wanted: [LONG_AGO], job: { ...JOB, reading: LONG_AGO, paging: { date: LONG_AGO, page: 1 } } });
    await deleteOwnData();
    expect(await readMeta('job')).toEqual(JOB);
  });

  it('keeps a picked day from coming back by the reading that was at it', async () => {
    await withSyncLock(io, async ({ holder }) => {
      await deleteOwnData();
      const late = applyFeedStep(holder, { row: toRow(LONG_AGO, { picked: true }) });
      await expect(late).rejects.toThrow(HoldLostError);
    });
  });

  it('goes on where the browser refuses the local storage: nothing was kept there', async () => {
    vi.stubGlobal('localStorage', undefined);
    await browser.storage.local.set({ copy: 1 });
    await deleteOwnData();
    expect(await browser.storage.local.get()).toEqual({});
  });

  it('touches nothing else when the database refuses', async () => {
    await createTopic({ name: 'Agents', query: 'agents' });
    vi.spyOn(userDb, 'transaction').mockRejectedValueOnce(new DOMException('no', 'UnknownError') as never);
    await expect(deleteOwnData()).rejects.toThrow();
    expect(await userDb.topics.count()).toBe(1);
    expect(await feedDb.seen.count()).toBe(1);
    expect(localStorage.clear).not.toHaveBeenCalled();
  });
});

describe('deleting the stored papers', () => {
  it('keeps what the user made, what was shown, and the wait the server asked for', async () => {
    await createTopic({ name: 'Agents', query: 'agents' });
    await deleteFeed();
    expect(await feedDb.papers.count()).toBe(0);
    expect(await readMeta('schedule')).toBeUndefined();
    expect((await readMeta('politeness'))?.notBefore).toBe(7);
    expect(await feedDb.seen.count()).toBe(1);
    expect(await userDb.topics.count()).toBe(1);
  });

  it('ends a sync that is under way: its next write is refused', async () => {
    let late: Promise<unknown> | undefined;
    await withSyncLock(io, async ({ holder }) => {
      await deleteFeed();
      late = applyFeedStep(holder, { papers: [makePaper({ id: 'c' })] });
      await expect(late).rejects.toThrow(HoldLostError);
    });
    expect(await feedDb.papers.count()).toBe(0);
  });
});

describe('deleting everything', () => {
  it('leaves both databases and the storages empty, but for the wait the server asked for', async () => {
    await createTopic({ name: 'Agents', query: 'agents' });
    await saveSetting('syncEveryMin', 0);
    await feedDb.days.put(toRow(TODAY));
    await feedDb.requests.add(toRequest(TODAY));
    await writeMeta({ wanted: [LONG_AGO], job: JOB });
    await browser.storage.local.set({ copy: 1 });
    await deleteEverything();
    const kept = [...feedDb.tables, ...userDb.tables].filter(({ name }) => name !== 'meta');
    for (const table of kept) expect(await table.count(), table.name).toBe(0);
    expect((await feedDb.meta.toCollection().primaryKeys()).sort()).toEqual(['hold', 'politeness']);
    expect(await browser.storage.local.get()).toEqual({});
    expect(localStorage.clear).toHaveBeenCalledTimes(1);
  });

  it('leaves a doorbell for the first reading, as after an installation', async () => {
    await deleteEverything();
    const alarm = await browser.alarms.get('sync');
    expect(alarm?.scheduledTime).toBeLessThan(Date.now() + 60_000);
  });
});

describe('the sizes of the tables', () => {
  it('count every row exactly and weigh a sample', async () => {
    await feedDb.papers.bulkPut(
      Array.from({ length: 500 }, (_, i) => makePaper({ id: `p${i}`, summary: 'x'.repeat(1000) })),
    );
    const papers = (await readTableSizes()).find(({ table }) => table === 'papers');
    expect(papers?.rows).toBe(502);
    expect(papers?.bytes).toBeGreaterThan(450_000);
    expect(papers?.bytes).toBeLessThan(800_000);
  });

  it('name every table of both databases, empty ones too', async () => {
    const named = (await readTableSizes()).map(({ database, table }) => `${database} ${table}`);
    expect(named).toHaveLength(feedDb.tables.length + userDb.tables.length);
  });
});
