import Dexie from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { USER_DATABASE } from '@/lib/db/names';
import { openExisting, toPromise } from '@/lib/db/plain-read';
import { readLastAction } from '@/lib/db/queries/journal';
import { readMarked } from '@/lib/db/queries/statuses';
import { userDb } from '@/lib/db/user-database';

/** As the first released version made it. */
async function openFirstVersion(): Promise<Dexie> {
  const db = new Dexie(USER_DATABASE);
  db.version(1).stores({ statuses: 'paperId', topics: 'id, position', settings: 'key', journal: '++seq' });
  return db.open();
}

const STARRED = { paperId: 'a', title: 'A', starred: { value: true, at: 5 } };

beforeEach(async () => {
  userDb.close();
  await Dexie.delete(USER_DATABASE);
  const first = await openFirstVersion();
  await first.table('statuses').put(STARRED);
  await first.table('settings').put({ key: 'theme', value: 'dark' });
  await first.table('journal').add({ at: 5, action: 'status:starred', table: 'statuses', key: 'a', after: STARRED });
  first.close();
});

it('keeps every row of version 1, and finds its marks by index', async () => {
  await userDb.open();
  expect((await readMarked('starred')).map(({ status }) => status)).toEqual([STARRED]);
  expect(await userDb.settings.toArray()).toEqual([{ key: 'theme', value: 'dark' }]);
  expect(await userDb.journal.count()).toBe(1);
});

it('offers no undo for a row that does not tell what else belonged to its action', async () => {
  await userDb.open();
  expect(await readLastAction('all')).toBeUndefined();
});

it('upgrades while a page of version 1 and a plain reader are open', async () => {
  const page = await openFirstVersion();
  const reader = await openExisting(USER_DATABASE);
  expect(reader?.version).toBe(10);
  await userDb.open();
  expect(await userDb.statuses.orderBy('starred.at').primaryKeys()).toEqual(['a']);
  page.close();
});

it('is read plainly in the version it has', async () => {
  await userDb.open();
  const db = (await openExisting(USER_DATABASE)) as IDBDatabase;
  expect(db.version).toBe(20);
  expect(await toPromise(db.transaction('statuses').objectStore('statuses').getAll())).toEqual([STARRED]);
  db.close();
});
