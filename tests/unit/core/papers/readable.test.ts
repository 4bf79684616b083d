import { expect, it } from 'vitest';
import { isReadable } from '@/lib/core/papers/readable';
import { makePaper } from '../../../components/make-paper';

const { organization: _organization, ...bare } = makePaper({ summary: '', authors: [] });

it('reads a paper, also one of which the feed tells little', () => {
  expect(isReadable(makePaper())).toBe(true);
  expect(isReadable(bare)).toBe(true);
});

it.each([
  { title: undefined },
  { title: 7 },
  { summary: null },
  { authors: undefined },
  { authors: [null] },
  { authors: [{ name: undefined }] },
  { keywords: 'agents' },
  { keywords: [null] },
  { mediaUrls: undefined },
  { categories: null },
  { organization: null },
  { organization: {} },
])('does not read a damaged row: %j', (change) => {
  expect(isReadable({ ...makePaper(), ...change } as never)).toBe(false);
});
