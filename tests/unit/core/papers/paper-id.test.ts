import { describe, expect, it } from 'vitest';
import { isArxivId, toPaperId } from '@/lib/core/papers/paper-id';

describe('the id of a paper', () => {
  it.each([
    ['2608.16590', '2608.16590'],
    ['2503.02130', '2503.02130'],
    ['0704.0001', '0704.0001'],
    ['1412.9999', '1412.9999'],
    ['1501.00001', '1501.00001'],
    ['cs/9901002', 'cs/9901002'],
    ['math.GT/0309136', 'math.GT/0309136'],
    ['cond-mat/0309136', 'cond-mat/0309136'],
    [' 2608.16590v2\n', '2608.16590'],
    ['some-report_2026.v2', 'huggingface:some-report_2026.v2'],
  ])('%j is the key %s', (raw, id) => {
    expect(toPaperId(raw, 'huggingface')).toBe(id);
  });

  it.each([
    ['a zero lost by a float parser', '2503.0213'],
    ['a month that is none', '2613.00001'],
    ['digits alone', '250302130'],
    ['an empty text', ''],
    ['a prototype key', '__proto__'],
    ['a path', '../2608.16590'],
    ['a tag', '<img src=x>'],
    ['another source in disguise', 'arxiv:2608.16590'],
    ['a very long text', 'a'.repeat(101)],
  ])('%s (%j) is no key', (_what, raw) => {
    expect(toPaperId(raw, 'huggingface')).toBeUndefined();
  });

  it('has a page at arXiv only without a version or a source', () => {
    expect(isArxivId('2608.16590')).toBe(true);
    expect(isArxivId('2608.16590v2')).toBe(false);
    expect(isArxivId('huggingface:report')).toBe(false);
  });
});
