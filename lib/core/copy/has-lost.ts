import { type CopiedTable, toSoundRows } from './copied-rows';
import type { StaleKey } from './outbox';
import { mayLack } from './plan-check';
import type { RawRows } from './plan-merge';
import type { ReadCopy } from './read-copy';

/** The database of one moment. */
export interface DatabaseNow {
  all: RawRows;
  written: number | undefined;
  isDeleted: boolean;
  stale: readonly { key: StaleKey }[];
  rows: Record<CopiedTable, number>;
}

/**
 * True where the database is known to have lost something, whatever of it the copy has: it is new in the place of another,
 * has fewer rows than when it was copied, a damaged one, or fell back behind what was copied last with nothing left to copy.
 */
export function hasLost(
  { all, written, isDeleted, stale, rows }: DatabaseNow,
  { manifest, isOlder }: ReadCopy,
): boolean {
  if (isDeleted || !mayLack(written, manifest.generation)) return false;
  if (written === undefined || (isOlder && stale.length === 0)) return true;
  const tables = Object.keys(rows) as CopiedTable[];
  return tables.some((table) => {
    const takenBack = stale.filter(({ key }) => key.startsWith(`taken-back:${table}:`)).length;
    return rows[table] + takenBack < manifest.rows[table] || toSoundRows(table, all[table]).length < rows[table];
  });
}
