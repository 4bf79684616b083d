import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '@/lib/core/copy/checksum';
import { readManifests } from '@/lib/core/copy/manifest';
import { type CopyPlan, findChanged, planCopy } from '@/lib/core/copy/plan-copy';
import { readCopy } from '@/lib/core/copy/read-copy';
import { encodeAll, toStatusShard, type UserRows } from '@/lib/core/copy/shards';
import type { Status } from '@/lib/core/papers/status';
import type { Topic } from '@/lib/core/topics/topic';

const time = fc.integer({ min: 0, max: 2 ** 45 });
const text = fc.string({ unit: 'binary', maxLength: 12 });
const flag = fc.record({ value: fc.boolean(), at: time });
const optional = { requiredKeys: ['paperId'] } as const;

const status = fc.record(
  {
    paperId: fc.integer({ min: 0, max: 40 }).map((n) => `2611.${n}`),
    title: text,
    link: text,
    read: flag,
    starred: flag,
    note: fc.record({ value: text, at: time }),
    tags: fc.record({ value: fc.array(text, { maxLength: 3 }), at: time }),
  },
  { requiredKeys: [...optional.requiredKeys] },
);
const topic = fc.record({
  id: fc.integer({ min: 0, max: 5 }).map(String),
  name: text,
  query: text,
  colour: fc.constantFrom(0, 1, 7),
  badge: fc.boolean(),
  notify: fc.boolean(),
  enabled: fc.boolean(),
  position: fc.nat(),
  createdAt: time,
  updatedAt: time,
});
const setting = fc.record({ key: fc.constantFrom('theme', 'density'), value: fc.jsonValue({ maxDepth: 2 }) });

type Edit = { put?: Partial<Record<keyof UserRows, unknown>>; clear?: 'settings' };
const edit: fc.Arbitrary<Edit> = fc.oneof(
  status.map((row) => ({ put: { statuses: row } })),
  topic.map((row) => ({ put: { topics: row } })),
  setting.map((row) => ({ put: { settings: row } })),
  fc.constant({ clear: 'settings' as const }),
);

/** The database of the user, as far as it is copied. */
class Tables {
  statuses = new Map<string, Status>();
  topics = new Map<string, Topic>();
  settings = new Map<string, { key: string; value: unknown }>();

  apply({ put, clear }: Edit): void {
    const { statuses, topics, settings } = (put ?? {}) as {
      statuses?: Status;
      topics?: Topic;
      settings?: { key: string; value: unknown };
    };
    if (statuses) this.statuses.set(statuses.paperId, statuses);
    if (topics) this.topics.set(topics.id, topics);
    if (settings) this.settings.set(settings.key, settings);
    if (clear) this.settings.clear();
  }

  rows(): UserRows {
    return {
      statuses: [...this.statuses.values()],
      topics: [...this.topics.values()],
      settings: [...this.settings.values()],
    };
  }
}

/** Compared by value, whatever the order. */
function toValue(rows: UserRows | undefined): string {
  return JSON.stringify([...encodeAll(rows ?? { statuses: [], topics: [], settings: [] })].sort());
}

function plan(items: Record<string, unknown>, tables: Tables): CopyPlan {
  const [last] = readManifests(items).manifests;
  const rows = { statuses: tables.statuses.size, topics: tables.topics.size, settings: tables.settings.size };
  return planCopy(last, { shards: findChanged(encodeAll(tables.rows()), last), written: 0, at: 1, rows });
}

/** Key by key, as if the browser wrote no two at once; ends after `writes`. Returns whether all were made. */
function write(items: Record<string, unknown>, { shards, manifest }: CopyPlan, writes = Number.POSITIVE_INFINITY) {
  const all = [...Object.entries(shards), ...Object.entries(manifest)];
  for (const [key, value] of all.slice(0, writes)) items[key] = value;
  return writes >= all.length;
}

describe('law 14: the second copy', () => {
  it('is always the last generation that was written whole, wherever the writing of the next one ends', () => {
    const rounds = fc.array(fc.record({ edits: fc.array(edit, { maxLength: 8 }), writes: fc.nat(12) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rounds, (all) => {
        const tables = new Tables();
        const items: Record<string, unknown> = {};
        let whole = toValue(undefined);
        for (const { edits, writes } of all) {
          for (const one of edits) tables.apply(one);
          if (write(items, plan(items, tables), writes)) whole = toValue(tables.rows());
          const read = readCopy(items);
          expect(read?.refused ?? []).toEqual([]);
          expect(toValue(read?.rows)).toBe(whole);
        }
        // Whatever was left half-written, the next one is whole.
        write(items, plan(items, tables));
        expect(toValue(readCopy(items)?.rows)).toBe(toValue(tables.rows()));
      }),
      { numRuns: 300 },
    );
  });

  it('reads one of the two last generations, or says which parts it refuses, whatever one value became', () => {
    const damage = fc.oneof(
      fc.constant(undefined),
      fc.jsonValue(),
      fc.string(),
      fc.nat().map((at) => ({ cutAt: at })),
      fc.record({ flipAt: fc.nat(), unit: fc.integer({ min: 1, max: 255 }) }),
    );
    const generations = fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(generations, fc.nat(), damage, (all, at, change) => {
        const tables = new Tables();
        const items: Record<string, unknown> = {};
        const values: UserRows[] = [];
        for (const edits of all) {
          for (const one of edits) tables.apply(one);
          write(items, plan(items, tables));
          values.push(tables.rows());
        }
        const keys = Object.keys(items);
        const key = keys[at % keys.length] ?? '';
        items[key] = toDamaged(String(items[key]), change);
        const read = readCopy(items);
        const lastTwo = values.slice(-2);
        if (read?.refused.length === 0) expect(lastTwo.map(toValue)).toContain(toValue(read.rows));
        else {
          expect(read?.refused).toHaveLength(1);
          const kept = new Set(lastTwo.flatMap((rows) => [...encodeAll(rows).values()]));
          for (const shard of encodeAll(read?.rows as UserRows).values()) expect(kept).toContain(shard);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('falls back to the generation before where a part of the last one is damaged', () => {
    const tables = new Tables();
    const items: Record<string, unknown> = {};
    for (const theme of ['light', 'dark']) {
      tables.apply({ put: { settings: { key: 'theme', value: theme } } });
      write(items, plan(items, tables));
    }
    items['copy-settings-1'] = 'damaged';
    expect(readCopy(items)).toMatchObject({ rows: { settings: [{ key: 'theme', value: 'light' }] }, refused: [] });
  });

  it('holds full Unicode, lone halves of a character too, and leaves damaged rows of the database out', () => {
    const good: Status = { paperId: 'a', title: 'naïve 😀 \ud800 "\\\u0000', starred: { value: true, at: 5 } };
    const rows = { statuses: [good, { paperId: 'b', starred: 'yes' }, null], topics: [], settings: [] };
    const shards = encodeAll(rows);
    const items: Record<string, unknown> = {};
    write(items, planCopy(undefined, { shards, written: 4, at: 1, rows: { statuses: 3, topics: 0, settings: 0 } }));
    expect(readCopy(items)).toMatchObject({ rows: { statuses: [good] }, refused: [], manifest: { generation: 5 } });
  });

  it('refuses what is sealed and sound but is no copy of ours, and says so where a later version wrote it', () => {
    for (const hostile of ['null', '[]', '{"version":1}', '{"version":1,"generation":1,"shards":{"__proto__":[0,""]}}'])
      expect(readManifests({ 'copy-manifest-0': seal(hostile) })).toEqual({ manifests: [], isNewer: false });
    expect(readManifests({ 'copy-manifest-1': seal('{"version":2}') }).isNewer).toBe(true);
  });

  it('spreads 20,000 papers over heaps of about the same size', () => {
    const sizes = new Map<string, number>();
    for (let i = 0; i < 20_000; i++) {
      const name = toStatusShard(`${2301 + (i % 36)}.${10_000 + i}`);
      sizes.set(name, (sizes.get(name) ?? 0) + 1);
    }
    expect(sizes.size).toBe(256);
    expect(Math.max(...sizes.values())).toBeLessThan(160);
  });

  it('finds every single changed, lost or added character', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 0xffff }), (whole, at, by) => {
        const sealed = seal(whole);
        const i = at % sealed.length;
        const changed = sealed.slice(0, i) + String.fromCharCode(sealed.charCodeAt(i) ^ by) + sealed.slice(i + 1);
        expect(unseal(sealed)?.text).toBe(whole);
        for (const damaged of [changed, sealed.slice(0, i), `${sealed}x`]) expect(unseal(damaged)).toBeUndefined();
      }),
    );
  });
});

function toDamaged(stored: string, change: unknown): unknown {
  const { cutAt, flipAt, unit } = (change ?? {}) as { cutAt?: number; flipAt?: number; unit?: number };
  if (cutAt !== undefined) return stored.slice(0, cutAt % stored.length);
  if (flipAt === undefined || unit === undefined) return change;
  const i = flipAt % stored.length;
  return stored.slice(0, i) + String.fromCharCode(stored.charCodeAt(i) ^ unit) + stored.slice(i + 1);
}
