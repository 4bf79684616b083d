import { toShardKey } from './copy-keys';
import { type PlacedManifest, readManifests, type StoredItems } from './manifest';
import { decodeShard, type ShardName, toTable, type UserRows } from './shards';

/** What can be read of the copy. */
export interface ReadCopy {
  rows: UserRows;
  manifest: PlacedManifest;
  /** Shards that could be read from no generation. */
  refused: ShardName[];
  /** Something of it is of an earlier generation than the last that was written. */
  isOlder: boolean;
}

/**
 * The newest generation that is whole. Where none is, of each shard of the newest the newest that can be read.
 * `undefined` where not even that is known, or a later version has written since. Never throws, whatever stands in the storage. `last`: the generation that was
 * written last, as far as that is known from elsewhere.
 */
export function readCopy(items: StoredItems, last = 0): ReadCopy | undefined {
  const { manifests, isNewer } = readManifests(items);
  const [newest, older] = manifests;
  if (!newest || isNewer) return undefined;
  const read = manifests.map((manifest) => readGeneration(items, manifest));
  const whole = read.find(({ refused }) => refused.length === 0);
  // A browser that mends a damaged file throws it back to what it was once, whole in itself.
  if (whole) return { ...whole, isOlder: whole.manifest.generation < Math.max(newest.generation, last) };
  return { ...readGeneration(items, newest, older), isOlder: older !== undefined || newest.generation < last };
}

function readGeneration(
  items: StoredItems,
  manifest: PlacedManifest,
  older?: PlacedManifest,
): Omit<ReadCopy, 'isOlder'> {
  const rows: UserRows = { statuses: [], topics: [], settings: [] };
  const refused: ShardName[] = [];
  for (const name of Object.keys(manifest.shards) as ShardName[]) {
    if (!take(rows, name, items, manifest) && !(older && take(rows, name, items, older))) refused.push(name);
  }
  return { rows, manifest, refused };
}

function take(rows: UserRows, name: ShardName, items: StoredItems, { shards }: PlacedManifest): boolean {
  const entry = shards[name];
  if (!entry) return false;
  const table = toTable(name);
  const found = decodeShard(table, items[toShardKey(name, entry[0])], entry[1]);
  if (found) (rows[table] as unknown[]).push(...found);
  return found !== undefined;
}
