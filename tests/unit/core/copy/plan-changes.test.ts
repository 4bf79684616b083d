import { expect, it } from 'vitest';
import type { PlacedManifest } from '@/lib/core/copy/manifest';
import { toStatusPart } from '@/lib/core/copy/outbox';
import { planChanges } from '@/lib/core/copy/plan-changes';

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
