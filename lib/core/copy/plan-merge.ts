import { isSameValue } from '../merge/canonical';
import { mergeSetting } from '../merge/merge-setting';
import { mergeStatus } from '../merge/merge-status';
import { mergeTopic } from '../merge/merge-topic';
import { toStoredStatus } from '../papers/status';
import { byKey, type CopiedRows, type CopiedTable, toSoundRows } from './copied-rows';
import { type CopiedPart, toStatusPart } from './outbox';
import type { UserRows } from './shards';

/** Whatever the database holds under the tables that are copied, sound or not. */
export type RawRows = { readonly [T in CopiedTable]: readonly unknown[] };

/**
 * The rows of the database that the copy knows better: merged field by field, the newer time wins. A damaged row counts as
 * none. The parts in `stale` are left alone: what was taken back since would come back. Asked a second time there is
 * nothing left to do.
 */
export function planMerge(ours: RawRows, copy: UserRows, stale: ReadonlySet<CopiedPart>): UserRows {
  const statuses = copy.statuses.filter(({ paperId }) => !stale.has(toStatusPart(paperId)));
  return {
    statuses: merge('statuses', ours.statuses, statuses, mergeStatus).map(toStoredStatus),
    topics: stale.has('topics') ? [] : merge('topics', ours.topics, copy.topics, mergeTopic),
    settings: stale.has('settings') ? [] : merge('settings', ours.settings, copy.settings, mergeSetting),
  };
}

/** The rows that differ from ours once they are merged. */
function merge<T extends CopiedTable>(
  table: T,
  ours: readonly unknown[],
  theirs: readonly CopiedRows[T][],
  mergeRow: (a: CopiedRows[T], b: CopiedRows[T]) => CopiedRows[T],
): CopiedRows[T][] {
  const known = byKey(table, toSoundRows(table, ours));
  const copied = byKey(table, theirs);
  return [...copied].flatMap(([key, row]) => {
    const own = known.get(key);
    const merged = own ? mergeRow(own, row) : row;
    return own && isSameValue(own, merged) ? [] : [merged];
  });
}
