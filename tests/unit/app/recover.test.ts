import Dexie from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { beginNewCopy, checkCopy } from '@/lib/app/check-copy';
import { setFlag } from '@/lib/app/mark';
import { beginAnew, diagnose, fetchAnew, restoreUser } from '@/lib/app/recover';
import { createTopic } from '@/lib/app/save-topic';
import { writeCopy } from '@/lib/app/second-copy';
import { seal } from '@/lib/core/copy/checksum';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { makePaper } from '../../components/make-paper';
import { installFakeLocks } from '../../harness/fake-locks';

vi.unmock('@/lib/app/second-copy');
vi.unmock('@/lib/app/check-copy');
const badge = vi.hoisted(() => ({ counted: 0 }));
vi.mock('@/lib/app/refresh-badge', () => ({
  refreshBadge: async () => {
    badge.counted++;
  },
}));
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));

const { local } = browser.storage;
const damage = () => new DOMException('damaged', 'UnknownError');

beforeEach(async () => {
  vi.restoreAllMocks();
  installFakeLocks();
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  await setFlag(makePaper({ id: 'a' }), 'starred', true);
  await createTopic({ name: 'Agents', query: 'agents' });
  await checkCopy();
});

/** Every open of these databases is refused until the mocks are restored or the database is deleted. */
function refuse(isRefused: (name: string) => boolean): void {
  const open = indexedDB.open.bind(indexedDB);
  const remove = indexedDB.deleteDatabase.bind(indexedDB);
  const mended = new Set<string>();
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    if (isRefused(name) && !mended.has(name)) throw damage();
    return open(name, version);
  });
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
    mended.add(name);
    return remove(name);
  });
}

describe('FAULTS 7: a database that can’t be read', () => {
  it('is none where all can be read', async () => {
    expect(await diagnose()).toEqual({ kind: 'fine' });
  });

  it('of the feed is deleted, and what the user made is not touched', async () => {
    await feedDb.papers.put(makePaper({ id: 'b' }));
    refuse((name) => name.endsWith('feed'));
    expect(await diagnose()).toMatchObject({ kind: 'feed' });
    await fetchAnew();
    expect(await feedDb.papers.count()).toBe(0);
    expect(await userDb.topics.count()).toBe(1);
  });

  it('of the user is filled from the copy, and says what came back', async () => {
    refuse((name) => name.endsWith('user'));
    const found = await diagnose();
    expect(found).toMatchObject({ kind: 'user', holds: { papers: 1, topics: 1, isPartial: false } });
    expect(await restoreUser()).toMatchObject({ papers: 1, topics: 1 });
    expect((await userDb.topics.toArray()).map(({ name }) => name)).toEqual(['Agents']);
    expect(await diagnose()).toEqual({ kind: 'fine' });
  });

  it('of the user is not deleted for a copy of a later version, which this one can’t read', async () => {
    // The manifest of this version still stands in the other place.
    await local.set({ 'copy-manifest-1': seal('{"version":2}') });
    refuse((name) => name.endsWith('user'));
    expect(await diagnose()).toMatchObject({ kind: 'user', holds: 'later' });
    await expect(restoreUser()).rejects.toThrow('can’t be read');
    vi.restoreAllMocks();
    await userDb.open();
    expect(await userDb.topics.count()).toBe(1);
  });

  it.each<[by: string, beginNew: () => Promise<void>]>([
    ['beginning anew', beginAnew],
    ['what an earlier note offered', beginNewCopy],
  ])('of the user keeps the copy of a later version, whole, through %s', async (_by, beginNew) => {
    await local.set({ 'copy-manifest-1': seal('{"version":2}') });
    const copy = await local.get();
    refuse((name) => name.endsWith('user'));
    await beginNew();
    vi.restoreAllMocks();
    await userDb.open();
    await createTopic({ name: 'New', query: 'new' });
    await checkCopy();
    await writeCopy();
    expect(await local.get()).toEqual(copy);
    // As the later version finds it: what the copy holds comes beside what was made since.
    await local.remove('copy-manifest-1');
    await checkCopy();
    expect((await userDb.topics.toArray()).map(({ name }) => name).sort()).toEqual(['Agents', 'New']);
  });

  it.each([
    ['the papers were deleted', 'feed', fetchAnew],
    ['what the user made was restored', 'user', restoreUser],
    ['all was begun anew', 'user', beginAnew],
  ])('is counted anew, and no list of what is gone is kept, after %s', async (_what, damaged, recover) => {
    refuse((name) => name.endsWith(damaged));
    await browser.storage.session.set({ 'first-list': '{}' });
    const before = badge.counted;
    await recover();
    expect(badge.counted).toBeGreaterThan(before);
    expect(await browser.storage.session.get('first-list')).toEqual({});
  });

  it('that a check filled from the copy is counted anew', async () => {
    await userDb.delete();
    await userDb.open();
    const before = badge.counted;
    expect(await checkCopy()).toMatchObject({ kind: 'restored' });
    expect(badge.counted).toBeGreaterThan(before);
  });

  it('that refuses one row only is found as well', async () => {
    const { openCursor } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(function (this: IDBObjectStore, ...asked) {
      if (this.name === 'statuses') throw damage();
      return openCursor.apply(this, asked);
    });
    expect(await diagnose()).toMatchObject({ kind: 'user' });
  });

  it('is not deleted where the copy can’t be read: that is said, and beginning anew is another thing', async () => {
    await local.set({ 'copy-manifest-0': 'x', 'copy-manifest-1': 'x' });
    refuse((name) => name.endsWith('user'));
    expect(await diagnose()).toMatchObject({ kind: 'user', holds: undefined });
    await expect(restoreUser()).rejects.toThrow('can’t be read');
    vi.restoreAllMocks();
    await userDb.open();
    expect(await userDb.topics.count()).toBe(1);
    refuse((name) => name.endsWith('user'));
    await beginAnew();
    expect(await userDb.topics.count()).toBe(0);
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect(await userDb.topics.count()).toBe(0);
  });

  it.each([
    ['began anew', beginAnew],
    ['restored it', restoreUser],
  ])('is not deleted once more by a page that still asks, after another one %s', async (_what, recover) => {
    refuse((name) => name.endsWith('user'));
    expect(await diagnose()).toMatchObject({ kind: 'user' });
    await recover();
    // Made since, and not copied yet.
    await createTopic({ name: 'New', query: 'new' });
    await recover();
    expect((await userDb.topics.toArray()).map(({ name }) => name)).toContain('New');
    expect(await userDb.journal.count()).toBeGreaterThan(0);
  });

  it('is not closed and read through where only the storage of the copy refuses', async () => {
    const close = vi.spyOn(userDb, 'close');
    expect(await diagnose(new Error('storage.local refuses'))).toEqual({ kind: 'fine' });
    expect(close).not.toHaveBeenCalled();
    refuse((name) => name.endsWith('user'));
    expect(await diagnose(damage())).toMatchObject({ kind: 'user' });
  });

  it('is not what is wrong where the browser makes no database at all', async () => {
    refuse(() => true);
    expect(await diagnose()).toMatchObject({ kind: 'refused', holds: { papers: 1, topics: 1 } });
  });
});

describe('a browser that does not answer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'performance'] });
    return () => vi.useRealTimers();
  });

  /** How the rows of one table come. */
  function read(name: string, rows: (onRow: () => void) => Promise<void>): void {
    // Each database has a class of tables of its own.
    for (const one of [feedDb.papers, userDb.statuses]) {
      const table = Object.getPrototypeOf(one) as { name: string; each(onRow: () => void): unknown };
      const { each } = table;
      vi.spyOn(table, 'each').mockImplementation(function (this: { name: string }, onRow) {
        return this.name === name ? Dexie.Promise.resolve(rows(onRow)) : each.call(this as never, onRow);
      });
    }
  }

  it.each([
    ['papers', { kind: 'silent-feed' }],
    ['statuses', { kind: 'silent', holds: { papers: 1, topics: 1 } }],
  ])('is not taken for damage, which would be deleted (%s)', async (name, found) => {
    read(name, () => new Promise(() => undefined));
    const asked = diagnose();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(await asked).toMatchObject(found);
  });

  it('is heard at each row: many of them on a slow disk take their time', async () => {
    let rows = 0;
    read('papers', async (onRow) => {
      for (; rows < 5; rows++) {
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        onRow();
      }
    });
    const asked = diagnose();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await asked).toEqual({ kind: 'fine' });
    expect(rows).toBe(5);
  });
});
