import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { deleteFeed, deleteOwnData } from '@/lib/app/delete-data';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic } from '@/lib/app/save-topic';
import { withSyncLock } from '@/lib/app/sync-lock';
import { DEFAULT_SETTINGS } from '@/lib/core/settings/settings';
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

const io = { now: () => Date.now(), sleep: async () => {} };

beforeEach(async () => {
  installFakeLocks();
  vi.stubGlobal('localStorage', { clear: vi.fn() });
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
