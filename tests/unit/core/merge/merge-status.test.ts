import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeStatus } from '@/lib/core/merge/merge-status';
import type { Status } from '@/lib/core/papers/status';
import { statusOf } from './arbitraries';

describe('two statuses of one paper', () => {
  it('merge to the later value of each field', () => {
    const ours: Status = { paperId: 'a', title: 'A', starred: { value: true, at: 5 }, read: { value: true, at: 9 } };
    const theirs: Status = { paperId: 'a', starred: { value: false, at: 6 }, note: { value: 'n', at: 1 } };
    expect(mergeStatus(ours, theirs)).toEqual({
      paperId: 'a',
      title: 'A',
      starred: { value: false, at: 6 },
      read: { value: true, at: 9 },
      note: { value: 'n', at: 1 },
    });
  });

  it('merge to the same in any order, however often, and lose no value that nothing later replaced', () => {
    fc.assert(
      fc.property(statusOf('a'), statusOf('a'), statusOf('a'), (a, b, c) => {
        const merged = mergeStatus(mergeStatus(a, b), c);
        expect(mergeStatus(b, a)).toEqual(mergeStatus(a, b));
        expect(mergeStatus(a, mergeStatus(b, c))).toEqual(merged);
        expect(mergeStatus(merged, b)).toEqual(merged);
        expect(mergeStatus(a, a)).toEqual(a);
        for (const field of ['read', 'note', 'tags'] as const) {
          const newest = Math.max(...[a, b, c].map((one) => one[field]?.at ?? -1));
          if (newest >= 0) expect([a, b, c].map((one) => one[field])).toContainEqual(merged[field]);
          expect(merged[field]?.at ?? -1).toBe(newest);
        }
      }),
    );
  });
});
