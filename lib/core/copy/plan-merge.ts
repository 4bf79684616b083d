import { isSameValue } from '../merge/canonical';
import { mergeSetting } from '../merge/merge-setting';
import { mergeStatus } from '../merge/merge-status';
import { mergeTopic } from '../merge/merge-topic';
import { type Status, toStoredStatus } from '../papers/status';
import { byKey, type CopiedRows, type CopiedTable, toSoundRows } from './copied-rows';
import { type StaleKey, toTakenBack } from './outbox';
import type { UserRows } from './shards';

/** Whatever the database holds under the tables that are copied, sound or not. */
export type RawRows = { readonly [T in CopiedTable]: readonly unknown[] };

/**
 * The rows of the database that the copy knows better: merged field by field, the newer time wins. A damaged row counts as
 * none. Of `stale` only the rows that were taken back are left alone: they would come back. A whole table left alone for
 * one row that changed would be lost with a click before the check. Asked a second time there is nothing left to do.
 */
export function planMerge(ours: RawRows, copy: UserRows, stale: ReadonlySet<StaleKey>): UserRows {
  return {
    statuses: mergeTable('statuses', ours.statuses, copy.statuses, stale).map(toStoredStatus),
    topics: mergeTable('topics', ours.topics, copy.topics, stale),
    settings: mergeTable('settings', ours.settings, copy.settings, stale),
  };
}

const MERGES: { readonly [T in CopiedTable]: (own: CopiedRows[T], copied: CopiedRows[T]) => CopiedRows[T] } = {
  statuses: mergeOwnStatus,
  topics: mergeTopic,
  settings: mergeSetting,
};

/** The rows of one table that the copy knows better, merged. */
export function mergeTable<T extends CopiedTable>(
  table: T,
  ours: readonly unknown[],
  theirs: readonly CopiedRows[T][],
  stale: ReadonlySet<StaleKey>,
): CopiedRows[T][] {
  const mergeRow = MERGES[table];
  const known = byKey(table, toSoundRows(table, ours));
  const copied = byKey(table, theirs);
  return [...copied].flatMap(([key, row]) => {
    if (stale.has(toTakenBack(table, key))) return [];
    const own = known.get(key);
    if (!own) return [row];
    const merged = mergeRow(own, row);
    // Merged with itself: a topic of an older version gets its times by any merge, and has lost nothing.
    return isSameValue(mergeRow(own, own), merged) ? [] : [merged];
  });
}

/** The feed's words have no time: those of the copy are the older ones wherever ours are there. */
function mergeOwnStatus(own: Status, copied: Status): Status {
  const { title, link } = own;
  return {
    ...mergeStatus(own, copied),
    ...(title === undefined ? {} : { title }),
    ...(link === undefined ? {} : { link }),
  };
}
