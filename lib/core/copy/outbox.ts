import type { PaperId } from '../papers/paper';

/** A part of what the user made that the second copy keeps by itself. */
export type CopiedPart = 'topics' | 'settings' | `status:${PaperId}`;

/**
 * What the second copy has yet to learn of the user's database, written in the same transaction as what it tells of:
 * it outlives whatever kills the page. Two rows are no parts: `written` names the generation of the copy that holds all
 * the rest, `deleted` says that the user deleted everything and the copy may still have it.
 */
export interface OutboxRow {
  key: CopiedPart | 'written' | 'deleted';
  /** New at every write: a part that changed while it was being copied is copied again. For `written` the generation. */
  change: string;
}

/** The part that holds the status of a paper. */
export function toStatusPart(id: PaperId): CopiedPart {
  return `status:${id}`;
}
