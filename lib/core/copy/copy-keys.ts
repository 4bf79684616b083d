import type { ShardName } from './shards';

/*
 * Where the copy stands in its storage. In a file of its own: a page that reads the feed asks only whether there is a copy,
 * and would carry all that reads one.
 */

/** All keys of the copy begin so. */
export const COPY_PREFIX = 'copy-';

/** Each shard and each manifest has two places: the one that is good is never written over. */
export type Slot = 0 | 1;

/** The key of a manifest in the storage. */
export function toManifestKey(slot: Slot): string {
  return `${COPY_PREFIX}manifest-${slot}`;
}

/** The key of a shard in the storage. */
export function toShardKey(name: ShardName, slot: Slot): string {
  return `${COPY_PREFIX}${name}-${slot}`;
}

/** True for a stored manifest that says that marks of papers were copied. Told without reading it, see above. */
export function namesMarks(stored: unknown): boolean {
  return /"statuses":[1-9]/.test(String(stored));
}
