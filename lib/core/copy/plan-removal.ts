import { COPY_PREFIX, toManifestKey, toShardKey } from './copy-keys';
import type { Manifest } from './manifest';
import type { ShardName } from './shards';

/** Those of `keys` under which stands a text of the copy that none of the manifests names. */
export function toUnnamed(keys: readonly string[], manifests: readonly Manifest[]): string[] {
  const named = new Set([toManifestKey(0), toManifestKey(1)]);
  for (const { shards } of manifests)
    for (const [name, entry] of Object.entries(shards)) if (entry) named.add(toShardKey(name as ShardName, entry[0]));
  return keys.filter((key) => key.startsWith(COPY_PREFIX) && !named.has(key));
}

/**
 * Where texts stand of shards that only `older` named, once the generation after `last` is written: what has no rows any
 * more was taken back, and would lie in the storage for ever. Not before: till then `older` can be what is read.
 */
export function toForgotten(
  older: Manifest | undefined,
  last: Manifest,
  written: ReadonlyMap<ShardName, string | undefined>,
): string[] {
  const names = Object.keys(older?.shards ?? {}) as ShardName[];
  const gone = names.filter((name) => !last.shards[name] && written.get(name) === undefined);
  return gone.flatMap((name) => [toShardKey(name, 0), toShardKey(name, 1)]);
}
