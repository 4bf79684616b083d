import { describe, expect, it } from 'vitest';
import { formatAuthorCount, formatAuthors, formatComments, formatCount, formatPapers } from '@/lib/core/papers/words';

const named = (count: number) => Array.from({ length: count }, (_, i) => ({ name: 'ABCDEFGHIJ'[i] ?? `N${i}` }));

describe('the words of a card', () => {
  it.each([
    [0, ''],
    [1, 'A'],
    [2, 'A, B'],
    [3, 'A, B, C'],
    [4, 'A, B + 2 authors'],
    [8, 'A, B + 6 authors'],
    [664, 'A, B + 662 authors'],
  ])('name %i authors as "%s"', (count, words) => {
    expect(formatAuthors(named(count))).toBe(words);
  });

  it('name as many authors as asked for', () => {
    expect(formatAuthors(named(5), 1)).toBe('A + 4 authors');
    expect(formatAuthors(named(2), 1)).toBe('A, B');
  });

  it('tell one from several', () => {
    expect([0, 1, 8].map(formatAuthorCount)).toEqual(['0 authors', '1 author', '8 authors']);
    expect([0, 1, 3].map(formatComments)).toEqual(['0 comments', '1 comment', '3 comments']);
  });

  it('count papers to the last one, as the numbers beside them do', () => {
    expect([1, 24, 999, 8_000, 1_234_567].map(formatPapers)).toEqual([
      '1 paper',
      '24 papers',
      '999 papers',
      '8,000 papers',
      '1,234,567 papers',
    ]);
  });

  it.each([
    [0, '0'],
    [340, '340'],
    [999, '999'],
    [1_000, '1k'],
    [1_234, '1.2k'],
    [1_450, '1.5k'],
    [9_950, '10k'],
    [12_345, '12k'],
    [999_499, '999k'],
    [999_950, '1M'],
    [1_500_000, '1.5M'],
  ])('write %i as %s', (count, words) => {
    expect(formatCount(count)).toBe(words);
  });
});
