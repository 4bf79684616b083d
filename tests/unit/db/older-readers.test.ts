import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { guardVersion } from '@/lib/db/guard-version';
import { FEED_DATABASE, USER_DATABASE, VERSIONS } from '@/lib/db/names';
import { RELEASED } from './released-schemas';

const NAMES = [FEED_DATABASE, USER_DATABASE] as const;
type Name = (typeof NAMES)[number];

/** A row of each table that all versions can hold. */
const ROWS: Readonly<Record<string, object>> = {
  papers: { id: '2611.00001', title: 'A paper', dailyDate: '2026-11-20' },
  listings: { source: 'huggingface', date: '2026-11-20', paperId: '2611.00001', rank: 0 },
  seen: { paperId: '2611.00001', at: 1 },
  days: { source: 'huggingface', date: '2026-11-20', state: 'complete', papers: 1 },
  meta: { key: 'schedule', value: { nextDueAt: 5, failures: 0 } },
  requests: { seq: 1, at: 5, host: 'huggingface.co' },
  statuses: { paperId: '2611.00001', starred: { value: true, at: 5 }, starredSince: 5 },
  topics: { id: 'a', name: 'Agents', query: 'agent*', position: 0 },
  settings: { key: 'theme', value: 'dark' },
  journal: { seq: 1, at: 5, group: 'g', open: 'papers' },
  outbox: { key: 'topics', change: 'c' },
};

/** Versions that are not there yet: the newest with another table, and two more after it. */
const FUTURE = [1, 2, 3];

/** Of each version, those to come too. */
const storesOf = (name: Name, version: number) =>
  RELEASED[name][version - 1] ?? { ...RELEASED[name].at(-1), later: 'key' };

/** Writer and every older reader. */
const PAIRS = NAMES.flatMap((name) => {
  const known = RELEASED[name].map((_, i) => i + 1);
  const writers = [...known, ...FUTURE.map((ahead) => known.length + ahead)];
  return writers.flatMap((writer) => known.filter((reader) => reader < writer).map((reader) => [name, writer, reader]));
}) as [Name, number, number][];

const ORIGINAL = { ...VERSIONS };
const versions = VERSIONS as Record<Name, number>;

function openPlain(name: Name, version: number): Promise<Dexie> {
  const db = new Dexie(name);
  db.version(version).stores(storesOf(name, version));
  return db.open();
}

/** Every row of every table that the version has. */
async function readAll(db: Dexie): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])));
}

/** All ways to change a table. */
const WRITES: Readonly<Record<string, (db: Dexie, table: string, row: object) => Promise<unknown>>> = {
  put: (db, table, row) => db.table(table).put(row),
  add: (db, table, row) => db.table(table).add(row),
  bulkPut: (db, table, row) => db.table(table).bulkPut([row]),
  modify: (db, table) => db.table(table).toCollection().modify({ changed: true }),
  delete: (db, table) => db.table(table).toCollection().delete(),
  clear: (db, table) => db.table(table).clear(),
  transaction: (db, table) => db.transaction('rw', db.tables, () => db.table(table).clear()),
};

describe('FAULTS 9: of every two versions the older one', () => {
  // Code of version 2 adds the indexes that later ones gave up, and Dexie says so: rows it does not touch.
  beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
  afterEach(async () => {
    vi.restoreAllMocks();
    Object.assign(versions, ORIGINAL);
    for (const name of NAMES) await Dexie.delete(name);
  });

  it.each(PAIRS)(
    '%s of version %i, code of version %i: reads all of it and refuses each write',
    async (name, writer, reader) => {
      const newer = await openPlain(name, writer);
      for (const { name: table } of newer.tables) await newer.table(table).put(ROWS[table] ?? { key: 'x' });
      const written = await readAll(newer);
      newer.close();

      versions[name] = reader;
      const older = new Dexie(name);
      older.version(reader).stores(storesOf(name, reader));
      guardVersion(older, name);
      await older.open();
      for (const { name: table } of older.tables) {
        expect(await older.table(table).toArray(), table).toEqual(written[table]);
        for (const [what, write] of Object.entries(WRITES))
          await expect(write(older, table, ROWS[table] ?? {}), `${what} ${table}`).rejects.toThrow(
            /newer version of Daily Papers/,
          );
      }
      older.close();

      const again = await openPlain(name, writer);
      expect(await readAll(again)).toEqual(written);
      again.close();
    },
  );

  it.each(NAMES)('of %s each version writes what is its own', async (name) => {
    for (const version of RELEASED[name].keys()) {
      versions[name] = version + 1;
      const own = new Dexie(name);
      own.version(version + 1).stores(storesOf(name, version + 1));
      guardVersion(own, name);
      await own.open();
      for (const { name: table } of own.tables) await own.table(table).put(ROWS[table] ?? {});
      own.close();
    }
  });
});
