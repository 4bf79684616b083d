import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toExcerpt } from '@/lib/core/query/excerpt';

const TEXT = `${'word '.repeat(100)}needle ${'tail '.repeat(100)}`.trim();
const NEEDLE = { from: 500, to: 506 };

describe('an excerpt', () => {
  it('begins shortly before the first match, at a word', () => {
    const { text, ranges } = toExcerpt(TEXT, [NEEDLE]);
    expect(text).toMatch(/^… word .* needle tail .* …$/);
    expect(ranges.map(({ from, to }) => text.slice(from, to))).toEqual(['needle']);
    expect(text.length).toBeLessThan(230);
  });

  it('is the whole text where that is short', () => {
    expect(toExcerpt('Agents that plan', [{ from: 0, to: 6 }])).toEqual({
      text: 'Agents that plan',
      ranges: [{ from: 0, to: 6 }],
    });
  });

  it('is the beginning where nothing is marked', () => {
    const { text, ranges } = toExcerpt(TEXT, []);
    expect(text.startsWith('word word')).toBe(true);
    expect(ranges).toEqual([]);
  });

  it('marks the same words wherever it cuts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), fc.nat(600), fc.integer({ min: 1, max: 20 }), (text, at, length) => {
        const from = Math.min(at, Math.max(0, text.length - 1));
        const range = { from, to: Math.min(text.length, from + length) };
        const excerpt = toExcerpt(text, range.to > range.from ? [range] : []);
        for (const { from, to } of excerpt.ranges) {
          expect(excerpt.text.slice(from, to)).toBe(text.slice(range.from, range.to));
        }
      }),
    );
  });
});
