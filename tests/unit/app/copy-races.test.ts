import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { checkCopy } from '@/lib/app/check-copy';
import { deleteOwnData } from '@/lib/app/delete-data';
import { saveSetting } from '@/lib/app/save-setting';
import { writeCopy } from '@/lib/app/second-copy';
import { undoGroup } from '@/lib/app/undo';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { wipeUser } from '@/lib/db/writes/wipe';
import { emptyCopyWorld, loseDatabase, makeAndCopy, readMade } from '../../harness/copy-world';
import { DATA } from '../core/backup/sample';
import { restoreBackup } from './restore-here';

vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.unmock('@/lib/app/second-copy');
vi.unmock('@/lib/app/check-copy');
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));

/** What another page does once a check has read the database, and before it writes to it. */
const other = vi.hoisted(() => ({ does: undefined as (() => Promise<unknown>) | undefined }));
vi.mock('@/lib/db/queries/copied', async (original) => {
  const real = await original<typeof import('@/lib/db/queries/copied')>();
  return {
    ...real,
    readCopied: async () => {
      const read = await real.readCopied();
      const does = other.does;
      other.does = undefined;
      await does?.();
      return read;
    },
  };
});

const { local, session } = browser.storage;

beforeEach(async () => {
  other.does = undefined;
  await emptyCopyWorld();
});

describe('what another page does while a check has read both sides', () => {
  it('deleting everything stays done', async () => {
    await makeAndCopy();
    await saveSetting('density', 'compact');
    await session.clear();
    let deleted: Promise<void> | undefined;
    other.does = async () => {
      deleted = deleteOwnData();
      await vi.waitUntil(async () => (await userDb.statuses.count()) === 0);
    };
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    await deleted;
    expect((await readMade()).database).toEqual({ papers: [], topics: [], settings: [] });
    expect(await local.get()).toEqual({});
  });

  it('deleting everything stays done where the page died before it deleted the copy', async () => {
    await makeAndCopy();
    await loseDatabase();
    other.does = () => userDb.outbox.put({ key: 'deleted', change: '' });
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    const nothing = { papers: [], topics: [], settings: [] };
    expect((await readMade()).database).toEqual(nothing);
    await session.clear();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect(await readMade()).toEqual({ database: nothing, copy: nothing });
  });

  it('deleting all that was made ends in the other database too, where the page died between the two', async () => {
    await makeAndCopy();
    await feedDb.seen.put({ paperId: '2611.10001', at: 1 } as never);
    await feedDb.requests.put({ at: 1, host: 'huggingface.co', path: '/', method: 'GET', trigger: 'hand' } as never);
    await wipeUser();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect([await feedDb.seen.count(), await feedDb.requests.count()]).toEqual([0, 0]);
    expect((await readMade()).database).toEqual({ papers: [], topics: [], settings: [] });
  });

  it('an undo stays undone', async () => {
    await makeAndCopy();
    const before = await readMade();
    const { group } = await restoreBackup({ made: 0, app: '0.1.0', data: DATA });
    await writeCopy();
    // The sides differ, so that there is something to merge.
    await saveSetting('density', 'compact');
    await session.clear();
    other.does = () => undoGroup(group);
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    const { database, copy } = await readMade();
    expect(database.papers).toEqual(before.database.papers);
    expect(database.topics).toEqual(before.database.topics);
    expect(copy).toEqual(database);
  });
});
