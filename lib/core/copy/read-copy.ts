import { toShardKey } from './copy-keys';
import { type PlacedManifest, readManifests, type StoredItems } from './manifest';
import { decodeShard, type ShardName, toTable, type UserRows } from './shards';

/** What can be read of the copy. */
export interface ReadCopy {
  rows: UserRows;
  manifest: PlacedManifest;
  /** Shards that could be read from no generation. */
  refused: ShardName[];
}

/**
 * The newest generation that is whole. Where none is, of each shard of the newest the newest that can be read.
 * `undefined` where not even that is known. Never throws, whatever stands in the storage.
 */
export function readCopy(items: StoredItems): ReadCopy | undefined {
  const { manifests } = readManifests(items);
  const read = manifests.map((manifest) => readGeneration(items, manifest));
  const whole = read.find(({ refused }) => refused.length === 0);
  if (whole) return whole;
  const [newest, older] = read;
  if (!newest || !older) return newest;
  return readGeneration(items, newest.manifest, older.manifest);
}

function readGeneration(items: StoredItems, manifest: PlacedManifest, older?: PlacedManifest): ReadCopy {
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
