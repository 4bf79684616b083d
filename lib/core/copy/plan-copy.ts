import { unseal } from './checksum';
import type { CopiedTable } from './copied-rows';
import { type Slot, toManifestKey, toShardKey } from './copy-keys';
import { COPY_VERSION, encodeManifest, type Manifest, type PlacedManifest } from './manifest';
import type { ShardName } from './shards';

/** What has to be written, in this order: without it a manifest could name shards that are not there. */
export interface CopyPlan {
  generation: number;
  shards: Record<string, string>;
  manifest: Record<string, string>;
}

export interface CopyChange {
  /** The shards that changed; `undefined` for one that has no rows any more. */
  shards: ReadonlyMap<ShardName, string | undefined>;
  /** The generation the database knows of: the new one is later than it and than `last`. */
  written: number;
  at: number;
  rows: Record<CopiedTable, number>;
}

/**
 * The next generation: each changed shard goes where `last`, the newest whole one, does not look, and the manifest to the
 * place of the one before. Ended anywhere, `last` stays as it was.
 */
export function planCopy(last: PlacedManifest | undefined, { shards, written, at, rows }: CopyChange): CopyPlan {
  const generation = Math.max(last?.generation ?? 0, written) + 1;
  const named: Manifest['shards'] = { ...last?.shards };
  const texts: Record<string, string> = {};
  for (const [name, text] of shards) {
    const slot: Slot = named[name]?.[0] === 0 ? 1 : 0;
    delete named[name];
    if (text === undefined) continue;
    named[name] = [slot, unseal(text)?.checksum ?? ''];
    texts[toShardKey(name, slot)] = text;
  }
  const manifest = encodeManifest({ version: COPY_VERSION, generation, at, shards: named, rows });
  return { generation, shards: texts, manifest: { [toManifestKey(last?.slot === 0 ? 1 : 0)]: manifest } };
}

/** The shards in which `now` differs from what the manifest names. */
export function findChanged(
  now: ReadonlyMap<ShardName, string>,
  last: Manifest | undefined,
): Map<ShardName, string | undefined> {
  const changed = new Map<ShardName, string | undefined>();
  for (const [name, text] of now) {
    if (last?.shards[name]?.[1] !== unseal(text)?.checksum) changed.set(name, text);
  }
  for (const name of Object.keys(last?.shards ?? {}) as ShardName[]) if (!now.has(name)) changed.set(name, undefined);
  return changed;
}
