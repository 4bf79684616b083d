import { seal, unseal } from './checksum';
import type { CopiedTable } from './copied-rows';
import { type Slot, toManifestKey } from './copy-keys';
import { count, isObject, like, number, object, REFUSED } from './shapes';
import type { ShardName } from './shards';

/** What one generation of the copy consists of. */
export interface Manifest {
  version: 1;
  /** Goes up with each writing. */
  generation: number;
  /** When it was written, by our clock. */
  at: number;
  /** Where each shard stands, and its checksum. */
  shards: Partial<Record<ShardName, [slot: Slot, checksum: string]>>;
  /** How many rows the tables of the database had, damaged ones too. */
  rows: Record<CopiedTable, number>;
}

/** A manifest and the place it was read from. */
export interface PlacedManifest extends Manifest {
  slot: Slot;
}

/** What this version can't read is of a later one, and left alone. */
export const COPY_VERSION = 1;

const SLOTS: readonly Slot[] = [0, 1];

const SHARD_NAME = /^(topics|settings|s[0-9a-f]{2})$/;

const manifestForm = object<Manifest>(
  {
    version: like((value) => value === COPY_VERSION),
    generation: like((value) => Number.isSafeInteger(value) && (value as number) > 0),
    at: number,
    shards: like((value) => isObject(value) && Object.entries(value).every(isShard)),
    rows: object<Manifest['rows']>({ statuses: count, topics: count, settings: count }, {}),
  },
  {},
);

function isShard([key, entry]: [string, unknown]): boolean {
  if (!SHARD_NAME.test(key) || !Array.isArray(entry) || entry.length !== 2) return false;
  return (entry[0] === 0 || entry[0] === 1) && typeof entry[1] === 'string';
}

/** The manifest as it is stored. */
export function encodeManifest({ version, generation, at, shards, rows }: Manifest): string {
  return seal(JSON.stringify({ version, generation, at, shards, rows }));
}

/** The manifest, or `undefined` where it is not whole. Never throws. */
function decodeManifest(stored: unknown, slot: Slot): PlacedManifest | undefined {
  const opened = unseal(stored);
  if (!opened) return undefined;
  try {
    const read = manifestForm(JSON.parse(opened.text));
    return read === REFUSED ? undefined : { ...read, slot };
  } catch {
    return undefined;
  }
}

/** True for the whole manifest of a version this code does not know. */
function isOfLaterVersion(stored: unknown): boolean {
  try {
    const { version } = JSON.parse(unseal(stored)?.text ?? '{}') as { version?: unknown };
    return typeof version === 'number' && version > COPY_VERSION;
  } catch {
    return false;
  }
}

/** What stands in the storage under the keys of the copy. */
export type StoredItems = Readonly<Record<string, unknown>>;

/** The whole manifests of the storage, the newest first, and whether a later version has written one. */
export function readManifests(items: StoredItems): { manifests: PlacedManifest[]; isNewer: boolean } {
  const manifests = SLOTS.flatMap((slot) => decodeManifest(items[toManifestKey(slot)], slot) ?? []);
  return {
    manifests: manifests.sort((a, b) => b.generation - a.generation),
    isNewer: SLOTS.some((slot) => isOfLaterVersion(items[toManifestKey(slot)])),
  };
}

/** A generation was written to its end once, be it damaged or gone by now. `witness`: the last that is known of elsewhere. */
export function wasEverWhole(items: StoredItems, witness: number): boolean {
  return witness > 0 || SLOTS.some((slot) => (items[toManifestKey(slot)] ?? undefined) !== undefined);
}
