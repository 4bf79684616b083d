import type { CopiedTable } from './copied-rows';
import type { PlacedManifest } from './manifest';

/** What the user's database says of its copy. */
export interface DatabaseSide {
  /** The generation of the copy that holds all but the stale parts; `undefined` in a new database. */
  written: number | undefined;
  /** The user deleted everything, and the copy may still have it. */
  isDeleted: boolean;
  /** How many parts the copy is behind in. */
  stale: number;
  /** Every row stands in one of them: the database has nothing but what was made since it is there. */
  isAllStale: boolean;
  rows: Record<CopiedTable, number>;
}

/** What the storage beside it says. */
export interface CopySide {
  /** The newest whole one. */
  manifest: PlacedManifest | undefined;
  /** There is something under the keys of the copy, whole or not, or there was. */
  isThere: boolean;
  /** A generation was written to its end once. */
  wasWhole: boolean;
  /** A later version has written it: this one can't read it and leaves it alone. */
  isNewer: boolean;
}

/** `changes`: write the stale parts; `compare`: read both sides whole; `lost`: neither side has anything that is whole. */
export type CopyTask = 'nothing' | 'changes' | 'compare' | 'lost';

/** What a start of a page has to do for both sides to agree. `isCompared`: they were read whole since the browser started. */
export function planCheck(database: DatabaseSide, copy: CopySide, isCompared: boolean): CopyTask {
  if (copy.isNewer) return 'nothing';
  if (database.isDeleted) return 'compare';
  const { manifest } = copy;
  if (!manifest) return isLost(database, copy) ? 'lost' : 'compare';
  if (manifest.generation !== database.written || !isCompared) return 'compare';
  if (database.stale > 0) return 'changes';
  return isSameSize(database, manifest) ? 'nothing' : 'compare';
}

/**
 * The database was never copied and is in the place of one that is gone: empty, or with nothing but a few clicks before
 * the check. Of those a first copy that was cut off tells the same, but for its manifest.
 */
function isLost({ written, isAllStale, rows }: DatabaseSide, { isThere, wasWhole }: CopySide): boolean {
  if (written !== undefined) return false;
  return rows.statuses + rows.topics + rows.settings === 0 ? isThere : isAllStale && wasWhole;
}

function isSameSize({ rows }: DatabaseSide, manifest: PlacedManifest): boolean {
  return (Object.keys(rows) as CopiedTable[]).every((table) => rows[table] === manifest.rows[table]);
}

/**
 * True where the database may lack what the copy has. One that went on after the copy was written lacks nothing: what
 * was taken back since must not come back.
 */
export function mayLack(written: number | undefined, generation: number): boolean {
  return written === undefined || written <= generation;
}
