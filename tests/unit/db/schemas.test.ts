import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { feedDb } from '@/lib/db/feed-database';
import { FEED_DATABASE, USER_DATABASE, VERSIONS } from '@/lib/db/names';
import { userDb } from '@/lib/db/user-database';
import { RELEASED, ROW_FIELDS } from './released-schemas';

const DATABASES = [
  { name: FEED_DATABASE, db: feedDb },
  { name: USER_DATABASE, db: userDb },
] as const;

/** A table that each released version has, with rows as that version wrote them. */
const TABLE = { [FEED_DATABASE]: 'papers', [USER_DATABASE]: 'statuses' } as const;
const toRow = (name: keyof typeof TABLE, i: number) =>
  name === FEED_DATABASE
    ? { id: `2611.${10_000 + i}`, title: `Paper ${i}`, dailyDate: '2026-11-20' }
    : { paperId: `2611.${10_000 + i}`, starred: { value: true, at: i } };

/** From these on the later versions make no table and write no row: such an upgrade has no middle. */
const ONLY_COUNTED = { [FEED_DATABASE]: 2, [USER_DATABASE]: 4 } as const;

/** Keys and indexes as Dexie writes them, for each table. */
function toStores(db: Dexie): Record<string, string> {
  return Object.fromEntries(
    db.tables.map(({ name, schema: { primKey, indexes } }) => [
      name,
      [primKey, ...indexes].map(({ src }) => src).join(', '),
    ]),
  );
}

/** The same as the database itself has it. */
function toNative(db: IDBDatabase): unknown {
  const names = [...db.objectStoreNames];
  const stores = db.transaction(names);
  return names.map((name) => {
    const store = stores.objectStore(name);
    const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath]);
    return [name, store.keyPath, store.autoIncrement, indexes];
  });
}

/** Ends an upgrade as a crash does, when it has made a table or written its 200th row. */
function endHalfWay(): void {
  const { put } = IDBObjectStore.prototype;
  const { createObjectStore } = IDBDatabase.prototype;
  let writes = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
    const request = put.apply(this, row);
    if (++writes === 200) this.transaction.abort();
    return request;
  });
  vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(function (this: IDBDatabase, ...table) {
    const store = createObjectStore.apply(this, table);
    store.transaction.abort();
    return store;
  });
}

describe.each(DATABASES)('law 11: $name', ({ name, db }) => {
  afterEach(async () => {
    vi.restoreAllMocks();
    await db.delete();
  });

  it('is declared in the version its name stands for, with the keys and indexes that version has', () => {
    db.close();
    expect(db.verno).toBe(VERSIONS[name]);
    expect(RELEASED[name]).toHaveLength(VERSIONS[name]);
    expect(toStores(db)).toEqual(RELEASED[name].at(-1));
  });

  it('has each of its tables written down, field by field', () => {
    // `meta` holds values of many kinds, each read by itself.
    const written = [...Object.keys(ROW_FIELDS), 'meta'];
    expect(written).toEqual(expect.arrayContaining(db.tables.map((table) => table.name)));
  });

  it.each(RELEASED[name].map((stores, i) => [i + 1, stores] as const))(
    'of version %i becomes what a new one is',
    async (version, stores) => {
      await db.delete();
      const old = new Dexie(name);
      old.version(version).stores(stores);
      await old.open();
      old.close();
      await db.open();
      const upgraded = toNative(db.backendDB());
      await db.delete();
      await db.open();
      expect(upgraded).toEqual(toNative(db.backendDB()));
    },
  );

  it.each(RELEASED[name].slice(0, ONLY_COUNTED[name] - 1).map((stores, i) => [i + 1, stores] as const))(
    'of version %i is whole, and upgraded the next time, where an upgrade ended half-way',
    async (version, stores) => {
      await db.delete();
      const old = new Dexie(name);
      old.version(version).stores(stores);
      await old.open();
      const rows = Array.from({ length: 300 }, (_, i) => toRow(name, i));
      await old.table(TABLE[name]).bulkPut(rows);
      old.close();
      endHalfWay();
      await expect(db.open()).rejects.toThrow();
      vi.restoreAllMocks();
      db.close();
      const found = await new Dexie(name).open();
      expect(found.verno).toBe(version);
      expect(await found.table(TABLE[name]).toArray()).toEqual(rows);
      found.close();
      await db.open();
      expect(db.backendDB().version).toBe(VERSIONS[name] * 10);
      expect(await db.table(TABLE[name]).count()).toBe(300);
    },
  );
});
