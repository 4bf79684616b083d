import { expect, it } from 'vitest';
import { toList } from '@/lib/core/words/to-list';

it('joins what is said, the last with its own word, and leaves out what is not', () => {
  expect(toList([])).toBe('');
  expect(toList([false, 'a'])).toBe('a');
  expect(toList(['a', false, 'b'])).toBe('a and b');
  expect(toList(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});
