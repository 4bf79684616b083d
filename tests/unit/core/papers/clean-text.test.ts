import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLine } from '@/lib/core/papers/clean-text';

describe('a line of feed text', () => {
  it.each([
    ['a line break with its indent', 'Efficient Algorithms\n  Through Duality', 'Efficient Algorithms Through Duality'],
    ['doubled spaces, tabs and no-break spaces', ' a  b\tc\u00a0d\r\ne ', 'a b c d e'],
    ['control characters', 'a\u0000b\u001bc\u0085d', 'a b c d'],
    ['invisible characters that would hide a word', 'dif\u00adfu\u200bsion', 'diffusion'],
    ['direction overrides', '\u202eevil\u202c', 'evil'],
    ['lone surrogates', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['half-stripped LaTeX, as it is', '10.8times and π_{0.5} $textbf{x}$', '10.8times and π_{0.5} $textbf{x}$'],
    ['tag-like words, as they are', 'the <think> token & "quotes"', 'the <think> token & "quotes"'],
    ['joined emoji, as they are', '👩‍💻 codes', '👩‍💻 codes'],
    ['the title "0"', '0', '0'],
    ['nothing but spaces', ' \n ', ''],
  ])('keeps the words of %s', (_what, text, line) => {
    expect(toLine(text, 100)).toBe(line);
  });

  it('is cut at its length, never through a character or before a space', () => {
    expect(toLine('abc def', 4)).toBe('abc');
    expect(toLine('ab😀', 3)).toBe('ab');
    expect(toLine('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxxx');
  });

  it('is the same when cleaned again, and is well-formed text of one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (text, length) => {
        const line = toLine(text, length);
        expect(toLine(line, length)).toBe(line);
        expect(line).toMatch(/^(?:\S+(?: \S+)*)?$/);
        expect(line.length).toBeLessThanOrEqual(length);
        expect(encodeURIComponent(line)).toBeTypeOf('string');
      }),
    );
  });
});
