import { describe, expect, it } from 'vitest';
import type { PlacedManifest } from '@/lib/core/copy/manifest';
import { toStatusPart } from '@/lib/core/copy/outbox';
import { planChanges, toBase } from '@/lib/core/copy/plan-changes';

const EMPTY: PlacedManifest = {
  version: 1,
  generation: 1,
  at: 0,
  shards: {},
  rows: { statuses: 0, topics: 0, settings: 0 },
  slot: 0,
};

it('looks at each of many papers that changed once, and not once for each heap', () => {
  let looks = 0;
  const statuses = Array.from({ length: 600 }, (_, n) => ({
    get paperId() {
      looks++;
      return `2611.${10_000 + n}`;
    },
    starred: { value: true, at: 5 },
  }));
  const stale = statuses.map(({ paperId }) => ({ key: toStatusPart(paperId) }));
  looks = 0;
  const shards = planChanges(stale, { statuses, topics: [], settings: [] }, EMPTY, {});
  expect(shards?.size).toBeGreaterThan(100);
  expect(looks).toBe(statuses.length);
});

describe('the generation that changes are written behind', () => {
  const stale = [{ key: 'topics' as const }];
  const of = (generation: number, shards: PlacedManifest['shards']): PlacedManifest => ({
    ...EMPTY,
    generation,
    shards,
  });
  const older = of(4, { topics: [0, 'a'], s0f: [0, 'b'] });

  it('is the newest, where the database believes it', () => {
    const last = of(5, { s0f: [1, 'c'] });
    expect(toBase([last, older], 5, stale)).toBe(last);
  });

  it('is the newest as well where a page died before it said so: it differs in what is stale alone', () => {
    const last = of(5, { topics: [1, 'c'], s0f: [0, 'b'] });
    expect(toBase([last, older], 4, stale)).toBe(last);
    const without = of(5, { s0f: [0, 'b'] });
    expect(toBase([without, older], 4, stale)).toBe(without);
  });

  it.each<[string, PlacedManifest[], number | undefined]>([
    ['it changed in what is not stale', [of(5, { topics: [1, 'c'], s0f: [1, 'd'] }), older], 4],
    ['something is there that was not', [of(5, { topics: [0, 'a'], s0f: [0, 'b'], s10: [0, 'e'] }), older], 4],
    ['something that is not stale is gone', [of(5, { topics: [0, 'a'] }), older], 4],
    ['the database believes neither', [of(5, { topics: [1, 'c'], s0f: [0, 'b'] }), older], 3],
    ['nothing is known of the one before', [of(5, { topics: [1, 'c'], s0f: [0, 'b'] })], 4],
    ['the database is new', [of(5, {}), older], undefined],
    ['there is none', [], 4],
  ])('is unknown where %s', (_what, manifests, written) => {
    expect(toBase(manifests, written, stale)).toBeUndefined();
  });
});
