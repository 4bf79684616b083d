import type { PaperId } from '../papers/paper';
import { byKey, type CopiedTable, toSoundRows } from './copied-rows';
import { toShardKey } from './copy-keys';
import type { PlacedManifest, StoredItems } from './manifest';
import type { RawRows } from './plan-merge';
import { decodeShard, encodeShard, type ShardName, toStatusShard, toTable } from './shards';

/** Where the shards stand that are about to change. */
export function toChangedKeys(names: Iterable<ShardName>, { shards }: PlacedManifest): string[] {
  return [...names].flatMap((name) => {
    const entry = shards[name];
    return entry ? [toShardKey(name, entry[0])] : [];
  });
}

/** What changed of the database: the rows, and the papers that have no status any more. */
export interface ChangedRows {
  changed: RawRows;
  gone: readonly PaperId[];
}

/**
 * The shards with the changes in them; `undefined` where one of `items` is not what the manifest names. A status that is
 * damaged in the database stays as the copy has it.
 */
export function planChanges(
  names: ReadonlySet<ShardName>,
  news: ChangedRows,
  last: PlacedManifest,
  items: StoredItems,
): Map<ShardName, string | undefined> | undefined {
  const shards = new Map<ShardName, string | undefined>();
  for (const name of names) {
    const table = toTable(name);
    const rows = table === 'statuses' ? joinStatuses(name, news, last, items) : news.changed[table];
    if (!rows) return undefined;
    shards.set(name, encodeShard(table, rows));
  }
  return shards;
}

function joinStatuses(
  name: ShardName,
  { changed, gone }: ChangedRows,
  { shards }: PlacedManifest,
  items: StoredItems,
): readonly unknown[] | undefined {
  const table: CopiedTable = 'statuses';
  const entry = shards[name];
  const copied = entry ? decodeShard(table, items[toShardKey(name, entry[0])], entry[1]) : [];
  if (!copied) return undefined;
  const news = toSoundRows(table, changed.statuses).filter(({ paperId }) => toStatusShard(paperId) === name);
  const rows = byKey(table, [...copied, ...news]);
  for (const id of gone) rows.delete(id);
  return [...rows.values()];
}
