import type { PaperId } from '../papers/paper';
import type { CopiedTable } from './copied-rows';

/** A part of what the user made that the second copy keeps by itself. */
export type CopiedPart = 'topics' | 'settings' | `status:${PaperId}`;

/**
 * A row that was taken away, or put back as it was before, without a newer time that says so. Of what the copy is behind
 * in only these rows must not be merged with it: any other tells by its times which side knows better.
 */
export type TakenBack = `taken-back:${CopiedTable}:${string}`;

/** What the copy is behind in. */
export type StaleKey = CopiedPart | TakenBack;

/**
 * What the second copy has yet to learn of the user's database, written in the same transaction as what it tells of:
 * it outlives whatever kills the page. Two rows are no parts: `written` names the generation of the copy that holds all
 * the rest, `deleted` says that the user deleted everything and the copy may still have it.
 */
export interface OutboxRow {
  key: StaleKey | 'written' | 'deleted';
  /** New at every write: a part that changed while it was being copied is copied again. For `written` the generation. */
  change: string;
}

/** The part that holds the status of a paper. */
export function toStatusPart(id: PaperId): CopiedPart {
  return `status:${id}`;
}

const TAKEN_BACK = 'taken-back:';

/** The key of a row that was taken back. */
export function toTakenBack(table: CopiedTable, key: string): TakenBack {
  return `${TAKEN_BACK}${table}:${key}`;
}

/** The part in which it stands. */
export function toPart(key: StaleKey): CopiedPart {
  if (!key.startsWith(TAKEN_BACK)) return key as CopiedPart;
  const [table = '', ...rest] = key.slice(TAKEN_BACK.length).split(':');
  return table === 'statuses' ? toStatusPart(rest.join(':')) : (table as 'topics' | 'settings');
}
