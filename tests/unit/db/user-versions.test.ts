import Dexie from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '@/lib/core/papers/status';
import { USER_DATABASE } from '@/lib/db/names';
import { openExisting, toPromise } from '@/lib/db/plain-read';
import { readLastAction } from '@/lib/db/queries/journal';
import { readMarked, readMarkedIds } from '@/lib/db/queries/statuses';
import { userDb } from '@/lib/db/user-database';
import { repairMarks } from '@/lib/db/writes/repair';
import { RELEASED } from './released-schemas';

const STARRED: Status = { paperId: 'a', title: 'A', starred: { value: true, at: 5 } };
const CLEARED: Status = { paperId: 'b', title: 'B', starred: { value: false, at: 6 }, later: { value: true, at: 7 } };
const STORED = [
  { ...STARRED, starredSince: 5 },
  { ...CLEARED, laterSince: 7 },
];

async function openVersion(version: number): Promise<Dexie> {
  const db = new Dexie(USER_DATABASE);
  db.version(version).stores(RELEASED[USER_DATABASE][version - 1] ?? {});
  return db.open();
}

/** A long wait is a test that fails: nothing here takes more than milliseconds. */
const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<T>((_, reject) => {
      setTimeout(() => reject(new Error('it hangs')), 5_000);
    }),
  ]);

describe.each([1, 2, 3, 4])('law 11: a database of version %i', (version) => {
  beforeEach(async () => {
    userDb.close();
    await Dexie.delete(USER_DATABASE);
    const old = await openVersion(version);
    // Since version 3 a row is written with what the lists are read by.
    await old.table('statuses').bulkPut(version < 3 ? [STARRED, CLEARED] : STORED);
    await old.table('settings').put({ key: 'theme', value: 'dark' });
    await old.table('journal').add({ at: 5, action: 'status:starred', table: 'statuses', key: 'a', after: STARRED });
    old.close();
  });

  it('keeps every row, and finds the marks that stand by index', async () => {
    await userDb.open();
    expect(userDb.verno).toBe(5);
    expect(await userDb.statuses.toArray()).toEqual(STORED);
    const starred = await readMarked(await readMarkedIds('starred'));
    expect(starred.map(({ status }) => status)).toEqual([STARRED]);
    expect(await readMarkedIds('later')).toEqual(['b']);
    expect(await userDb.settings.toArray()).toEqual([{ key: 'theme', value: 'dark' }]);
    expect(await userDb.journal.count()).toBe(1);
  });

  it('offers no undo for a row that does not tell what else belonged to its action', async () => {
    await userDb.open();
    expect(await readLastAction('all')).toBeUndefined();
  });

  it('is upgraded while a page of the old version and a plain reader are open, and neither hangs', async () => {
    const page = await openVersion(version);
    const seen: number[] = [];
    const watching = Dexie.liveQuery(() => page.table('statuses').count()).subscribe({
      next: (count) => void seen.push(count),
      error: () => undefined,
    });
    const reader = await openExisting(USER_DATABASE);
    expect(reader?.version).toBe(version * 10);
    await within(userDb.open());
    expect(await readMarkedIds('starred')).toEqual(['a']);
    // It reads on in the new version, or is told that it can't: either is an answer.
    await within(
      page
        .table('statuses')
        .count()
        .catch(() => undefined),
    );
    watching.unsubscribe();
    page.close();
  });

  it('is read plainly in the version it has', async () => {
    const before = (await openExisting(USER_DATABASE)) as IDBDatabase;
    expect(await toPromise(before.transaction('statuses').objectStore('statuses').getAll())).toEqual(
      version < 3 ? [STARRED, CLEARED] : STORED,
    );
    before.close();
    await userDb.open();
    const db = (await openExisting(USER_DATABASE)) as IDBDatabase;
    expect(db.version).toBe(50);
    expect(await toPromise(db.transaction('statuses').objectStore('statuses').getAll())).toEqual(STORED);
    db.close();
  });
});

describe('law 11: what code of version 2 wrote after the upgrade', () => {
  it('is found in the lists of marks again', async () => {
    userDb.close();
    await Dexie.delete(USER_DATABASE);
    const old = await openVersion(2);
    await old.table('statuses').bulkPut([STARRED, CLEARED]);
    await userDb.open();
    const cleared = { ...STARRED, starred: { value: false, at: 8 }, starredSince: 5 };
    await old.table('statuses').bulkPut([cleared, { paperId: 'c', later: { value: true, at: 9 } }]);
    old.close();
    expect(await readMarkedIds('starred')).toEqual(['a']);
    expect(await readMarkedIds('later')).toEqual(['b']);
    expect(await repairMarks()).toBe(2);
    expect(await readMarkedIds('starred')).toEqual([]);
    expect(await readMarkedIds('later')).toEqual(['c', 'b']);
    expect(await repairMarks()).toBe(0);
  });
});
