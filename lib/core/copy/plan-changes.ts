import type { Status } from '../papers/status';
import { type CopiedRows, type CopiedTable, toSoundRows } from './copied-rows';
import { toShardKey } from './copy-keys';
import type { PlacedManifest, StoredItems } from './manifest';
import { type StaleKey, toPart, toStatusPart } from './outbox';
import { mergeTable, type RawRows } from './plan-merge';
import { decodeShard, encodeShard, type ShardName, toShard, toStatusShard } from './shards';

/** The shards that hold what is stale. */
export function toStaleShards(stale: readonly { key: StaleKey }[]): Set<ShardName> {
  return new Set(stale.map(({ key }) => toShard(key)));
}

/**
 * The newest of `manifests`, where the database is known to lack nothing that it names: it is of the generation `written`,
 * which the database believes, or of the one behind that and differs in stale shards alone. Such a one was left by a page
 * that was closed before it wrote down that it had written. Any other may know of what the database has lost.
 */
export function toBase(
  [last, older]: readonly PlacedManifest[],
  written: number | undefined,
  stale: readonly { key: StaleKey }[],
): PlacedManifest | undefined {
  if (!last || last.generation === written) return last;
  if (!older || older.generation !== written) return undefined;
  const known = toStaleShards(stale);
  const names = Object.keys({ ...last.shards, ...older.shards }) as ShardName[];
  const isSame = (name: ShardName) => String(last.shards[name]) === String(older.shards[name]);
  return names.every((name) => known.has(name) || isSame(name)) ? last : undefined;
}

/** Where the shards stand that are about to change. */
export function toChangedKeys(names: Iterable<ShardName>, { shards }: PlacedManifest): string[] {
  return [...names].flatMap((name) => {
    const entry = shards[name];
    return entry ? [toShardKey(name, entry[0])] : [];
  });
}

/**
 * The shards with what is stale as the database has it in `changed`: of the statuses those that `stale` names, topics and
 * settings whole. `undefined` where one of `items` is not what the manifest names, or knows something better than the
 * database though nobody took it back: a row that is gone or damaged there, a note. Written over, both sides would lose it.
 */
export function planChanges(
  stale: readonly { key: StaleKey }[],
  changed: RawRows,
  last: PlacedManifest,
  items: StoredItems,
): Map<ShardName, string | undefined> | undefined {
  const heaps = toHeaps(changed.statuses);
  const keys = new Set(stale.map(({ key }) => key));
  const parts = new Set(stale.map(({ key }) => toPart(key)));
  const isStale = ({ paperId }: Status) => parts.has(toStatusPart(paperId));
  const shards = new Map<ShardName, string | undefined>();
  const join = <T extends CopiedTable>(
    name: ShardName,
    table: T,
    ours: readonly unknown[],
    isAsked: (row: CopiedRows[T]) => boolean,
  ): boolean => {
    const copied = readShard(table, name, last, items);
    if (!copied || mergeTable(table, ours, copied.filter(isAsked), keys).length > 0) return false;
    shards.set(name, encodeShard(table, [...copied.filter((row) => !isAsked(row)), ...ours]));
    return true;
  };
  const isJoined = (name: ShardName): boolean =>
    name === 'topics' || name === 'settings'
      ? join(name, name, changed[name], () => true)
      : join(name, 'statuses', heaps.get(name) ?? [], isStale);
  return [...toStaleShards(stale)].every(isJoined) ? shards : undefined;
}

function readShard<T extends CopiedTable>(
  table: T,
  name: ShardName,
  { shards }: PlacedManifest,
  items: StoredItems,
): CopiedRows[T][] | undefined {
  const entry = shards[name];
  return entry ? decodeShard(table, items[toShardKey(name, entry[0])], entry[1]) : [];
}

/** The sound ones by their shards, each looked at once: all of them for each shard would take 20,000 statuses half a minute. */
function toHeaps(statuses: readonly unknown[]): Map<ShardName, Status[]> {
  const heaps = new Map<ShardName, Status[]>();
  for (const status of toSoundRows('statuses', statuses)) {
    const name = toStatusShard(status.paperId);
    const heap = heaps.get(name);
    if (heap) heap.push(status);
    else heaps.set(name, [status]);
  }
  return heaps;
}
