import type { BackupList } from './backup';
import { type Entries, parseEntry } from './backup-schema';
import { findTooMany } from './find-too-many';

/** Why a file is not taken, in words, with the path of the value that is wrong where there is one. */
export class Refusal extends Error {
  constructor(
    problem: string,
    readonly path?: readonly (string | number)[],
  ) {
    super(problem);
  }
}

const NAMES: Readonly<Record<BackupList, { one: string; key: 'paperId' | 'id' | 'key' }>> = {
  statuses: { one: 'Status', key: 'paperId' },
  topics: { one: 'Topic', key: 'id' },
  settings: { one: 'Setting', key: 'key' },
  papers: { one: 'Paper', key: 'id' },
};

/** The entries of a list of the file, each checked. @throws Refusal of the first that is wrong */
export function readEntries<K extends BackupList>(kind: K, list: unknown): Entries[K][] {
  if (!Array.isArray(list)) throw new Refusal(`The file has no list of "${kind}".`, ['data', kind]);
  const tooMany = findTooMany(kind, list);
  if (tooMany) throw new Refusal(`The file has ${tooMany}, which no backup has.`, ['data', kind]);
  const { one, key } = NAMES[kind];
  const places = new Map<unknown, number>();
  return list.map((value: unknown, index) => {
    const called = `${one} ${(index + 1).toLocaleString('en-US')}`;
    const parsed = parseEntry(kind, value);
    if (!parsed.ok) {
      const field = parsed.path.length > 0 ? `${parsed.path.join('.')} ` : '';
      throw new Refusal(`${called}: ${field}${parsed.problem}.`, ['data', kind, index, ...parsed.path]);
    }
    const id = toOwnFields(parsed.entry)?.get(key);
    const twin = places.get(id);
    if (twin !== undefined)
      throw new Refusal(`${called}: it has the same ${key} as number ${twin}.`, ['data', kind, index, key]);
    places.set(id, index + 1);
    return parsed.entry;
  });
}

/** Its own fields only: what a `__proto__` in the file says is nobody's. */
export function toOwnFields(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}
