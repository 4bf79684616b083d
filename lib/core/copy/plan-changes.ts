import { byKey, type CopiedTable, toSoundRows } from './copied-rows';
import { type PlacedManifest, type StoredItems, toShardKey } from './manifest';
import type { RawRows } from './plan-merge';
import { decodeShard, encodeShard, type ShardName, toStatusShard, toTable } from './shards';

/** Where the shards stand that are about to change. */
export function toChangedKeys(names: Iterable<ShardName>, { shards }: PlacedManifest): string[] {
  return [...names].flatMap((name) => {
    const entry = shards[name];
    return entry ? [toShardKey(name, entry[0])] : [];
  });
}

/**
 * The shards with the rows of `changed` in them; `undefined` where one of `items` is not what the manifest names. A status
 * that is gone or damaged in the database stays as the copy has it: no user deletes one.
 */
export function planChanges(
  names: ReadonlySet<ShardName>,
  changed: RawRows,
  last: PlacedManifest,
  items: StoredItems,
): Map<ShardName, string | undefined> | undefined {
  const shards = new Map<ShardName, string | undefined>();
  for (const name of names) {
    const table = toTable(name);
    const rows = table === 'statuses' ? joinStatuses(name, changed, last, items) : changed[table];
    if (!rows) return undefined;
    shards.set(name, encodeShard(table, rows));
  }
  return shards;
}

function joinStatuses(
  name: ShardName,
  changed: RawRows,
  { shards }: PlacedManifest,
  items: StoredItems,
): readonly unknown[] | undefined {
  const table: CopiedTable = 'statuses';
  const entry = shards[name];
  const copied = entry ? decodeShard(table, items[toShardKey(name, entry[0])], entry[1]) : [];
  if (!copied) return undefined;
  const news = toSoundRows(table, changed.statuses).filter(({ paperId }) => toStatusShard(paperId) === name);
  return [...byKey(table, [...copied, ...news]).values()];
}
