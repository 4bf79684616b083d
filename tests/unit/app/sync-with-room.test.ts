import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeRoom } from '@/lib/app/make-room';
import type { SyncReply } from '@/lib/app/sync-papers';
import { syncWithRoom } from '@/lib/app/sync-with-room';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import type { Failure } from '@/lib/core/sync/failure';
import { feedDb } from '@/lib/db/feed-database';
import { clearDatabases, seedDay } from '../../components/seed-feed';
import { installFakeLocks } from '../../harness/fake-locks';
import { installSilentBadge } from '../../harness/silent-badge';

const syncPapers = vi.hoisted(() => vi.fn());
vi.mock('@/lib/app/sync-papers', () => ({ syncPapers }));

const TODAY = toUtcDay(Date.now());
const daysAgo = (days: number) => addDays(TODAY, -days);
const toFull = (): Failure => ({ kind: 'storage', at: Date.now(), detail: 'QuotaExceededError: full' });
const finish = (failure?: Failure): SyncReply => ({
  kind: 'finished',
  requests: 0,
  newPapers: 0,
  ...(failure ? { failure } : {}),
});
const asked = () => syncPapers.mock.calls.map(([trigger, , day]) => [trigger, day]);

beforeEach(async () => {
  installFakeLocks();
  vi.stubGlobal('localStorage', undefined);
  await clearDatabases();
  installSilentBadge();
  for (const days of [400, 300, 200, 100, 20])
    await seedDay(daysAgo(days), [`Of ${days} days`], { readAt: Date.now() - 20 * 86_400_000 });
  syncPapers.mockReset();
  onTestFinished(() => void vi.restoreAllMocks());
});

describe('FAULTS 25: a reading of the background that meets a full disk, while no page is open', () => {
  it.each([
    ['alarm', undefined, 'room'],
    ['hand', daysAgo(30), 'hand'],
  ] as const)('makes room and is done once more (%s, day %s), as one that %s asks for', async (trigger, day, again) => {
    syncPapers.mockResolvedValueOnce(finish(toFull())).mockResolvedValue(finish());
    expect(await syncWithRoom(trigger, day)).toEqual(finish());
    expect(asked()).toEqual([
      [trigger, day],
      [again, day],
    ]);
    expect(await feedDb.papers.count()).toBe(3);
  });

  it('costs papers once, whatever page asks after it and however little the disk takes', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Encountered full disk while writing.', 'QuotaExceededError');
    });
    vi.spyOn(console, 'error').mockImplementation(() => {});
    syncPapers.mockImplementation(async () => finish(toFull()));
    await syncWithRoom('alarm');
    expect(await feedDb.papers.count()).toBe(3);
    // Another life of the worker, then a page: neither has its memory.
    vi.resetModules();
    await (await import('@/lib/app/sync-with-room')).syncWithRoom('alarm');
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} });
    await makeRoom(toFull());
    expect(await feedDb.papers.count()).toBe(3);
    expect(syncPapers).toHaveBeenCalledTimes(3);
  });

  it('is told as it failed where no room can be made', async () => {
    syncPapers.mockImplementation(async () => finish(toFull()));
    vi.spyOn(feedDb, 'transaction').mockRejectedValue(new DOMException('full', 'QuotaExceededError') as never);
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await syncWithRoom('alarm')).toMatchObject({ failure: { kind: 'storage' } });
    expect(asked()).toHaveLength(1);
  });

  it.each<[string, SyncReply]>([
    ['failed otherwise', finish({ kind: 'offline', at: 1 })],
    ['went well', finish()],
    ['is under way', { kind: 'under-way' }],
  ])('deletes nothing where it %s', async (_how, reply) => {
    syncPapers.mockResolvedValue(reply);
    expect(await syncWithRoom('alarm')).toEqual(reply);
    expect(asked()).toHaveLength(1);
    expect(await feedDb.papers.count()).toBe(5);
  });
});
