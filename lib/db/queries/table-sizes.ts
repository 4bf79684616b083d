import type { Dexie, Table } from 'dexie';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';

/** How much a table holds. */
export interface TableSize {
  database: 'feed' | 'user';
  table: string;
  /** Exact. */
  rows: number;
  /** As JSON, reckoned from a sample: about what is on the disk. */
  bytes: number;
}

/** The version in which each database is stored here: a newer extension may have been here before. */
export async function readDatabaseVersions(): Promise<{ name: string; version: number }[]> {
  const read = async (db: Dexie) => ({ name: db.name, version: (await db.open()).verno });
  return Promise.all([feedDb, userDb].map(read));
}

/** Rows that are weighed at each end of a table. All 20,000 papers would hold the page for half a second. */
const SAMPLE_ROWS = 20;

/** Every table of both databases: counted by index, weighed by a sample. */
export function readTableSizes(): Promise<TableSize[]> {
  return Promise.all([
    ...feedDb.tables.map((table) => measure('feed', table)),
    ...userDb.tables.map((table) => measure('user', table)),
  ]);
}

async function measure(database: TableSize['database'], table: Table): Promise<TableSize> {
  const byKey = () => table.toCollection().limit(SAMPLE_ROWS);
  const [rows, first, last] = await Promise.all([table.count(), byKey().toArray(), byKey().reverse().toArray()]);
  const sample = rows <= SAMPLE_ROWS ? first : [...first, ...last];
  const weight = sample.reduce((sum, row) => sum + new TextEncoder().encode(JSON.stringify(row)).length, 0);
  return {
    database,
    table: table.name,
    rows,
    bytes: sample.length === 0 ? 0 : Math.round((weight / sample.length) * rows),
  };
}
