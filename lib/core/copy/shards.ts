import { hashOf } from '../query/hash';
import { seal, unseal } from './checksum';
import { type CopiedRows, type CopiedTable, parseRows, toSoundRows } from './copied-rows';
import { type StaleKey, toPart } from './outbox';

/** What is written at once: all topics, all settings, or the statuses of one of `STATUS_SHARDS` heaps. */
export type ShardName = 'topics' | 'settings' | `s${string}`;

/** One status that changes rewrites its heap: at 20,000 statuses 80 of them, about 20 kB. */
const STATUS_SHARDS = 256;

/** The shard that holds the status of a paper. */
export function toStatusShard(paperId: string): ShardName {
  return `s${(hashOf(paperId) % STATUS_SHARDS).toString(16).padStart(2, '0')}`;
}

/** The shard in which stands what the copy is behind in. */
export function toShard(key: StaleKey): ShardName {
  const part = toPart(key);
  return part === 'topics' || part === 'settings' ? part : toStatusShard(part.slice('status:'.length));
}

/** The table whose rows the shard holds. */
export function toTable(name: ShardName): CopiedTable {
  return name === 'topics' || name === 'settings' ? name : 'statuses';
}

/** Everything that is copied. */
export type UserRows = { [T in CopiedTable]: CopiedRows[T][] };

/** The rows as one text with its checksum; `undefined` where there are none. Damaged rows are left out. */
export function encodeShard(table: CopiedTable, rows: readonly unknown[]): string | undefined {
  const sound = toSoundRows(table, rows);
  return sound.length === 0 ? undefined : seal(JSON.stringify(sound));
}

/** All rows as shards. */
export function encodeAll(rows: { readonly [T in CopiedTable]: readonly unknown[] }): Map<ShardName, string> {
  const heaps = new Map<ShardName, unknown[]>([
    ['topics', [...rows.topics]],
    ['settings', [...rows.settings]],
  ]);
  for (const status of rows.statuses) {
    const name = toStatusShard(String((status as { paperId?: unknown } | null)?.paperId));
    const heap = heaps.get(name);
    if (heap) heap.push(status);
    else heaps.set(name, [status]);
  }
  const shards = new Map<ShardName, string>();
  for (const [name, heap] of heaps) {
    const text = encodeShard(toTable(name), heap);
    if (text !== undefined) shards.set(name, text);
  }
  return shards;
}

/** The rows of a stored shard, or `undefined` where it is not whole, not the one with `checksum`, or holds anything else. */
export function decodeShard<T extends CopiedTable>(
  table: T,
  stored: unknown,
  checksum: string,
): CopiedRows[T][] | undefined {
  const opened = unseal(stored);
  if (opened?.checksum !== checksum) return undefined;
  try {
    return parseRows(table, JSON.parse(opened.text));
  } catch {
    return undefined;
  }
}
