import { expect, it } from 'vitest';
import { createMatcher } from '@/lib/screens/popup/matching';
import { runSearch } from '@/lib/screens/popup/searching';
import { type KnownCard, toCards } from '@/lib/screens/popup/to-cards';
import type { PaperEntry } from '@/lib/ui/use-feed';
import { makePaper } from './make-paper';

const TODAY = '2026-11-20';
/** The same paper as another object: as it comes from the database at each reading. */
const read = (change: Partial<PaperEntry> = {}): PaperEntry => ({
  paper: makePaper(),
  status: undefined,
  seen: false,
  ...change,
});

function createList() {
  const known = new Map<string, KnownCard>();
  const matcher = createMatcher([], TODAY);
  return (entry: PaperEntry, more: { isOpen?: boolean; isNew?: boolean; query?: string } = {}) => {
    const result = more.query === undefined ? undefined : runSearch(more.query, [entry], TODAY);
    const [group] = toCards([{ day: TODAY, entries: [entry] }], {
      matcher,
      known,
      isNew: () => more.isNew ?? false,
      open: new Set(more.isOpen ? [entry.paper.id] : []),
      found: result?.ok ? result.search : undefined,
    });
    return group?.cards[0];
  };
}

it('a card of which nothing changed is the same object, however often its paper is read', () => {
  const draw = createList();
  expect(draw(read())).toBe(draw(read()));
  expect(draw(read(), { isOpen: true })).toBe(draw(read(), { isOpen: true }));
});

it.each([
  ['its paper', read({ paper: makePaper({ updatedAt: 1, title: 'Another title' }) }), {}],
  ['its upvotes', read({ paper: makePaper({ upvotes: 129 }) }), {}],
  ['a mark', read({ status: { paperId: '2611.01234', starred: { value: true, at: 1 } } as never }), {}],
  ['that it was seen', read({ seen: true }), {}],
  ['that it is new', read(), { isNew: true }],
  ['that it is open', read(), { isOpen: true }],
  ['the search that found it', read(), { query: 'planners' }],
] as const)('%s changes the card', (_what, entry, more) => {
  const draw = createList();
  const before = draw(read());
  const after = draw(entry, more);
  expect(after).not.toBe(before);
  expect(after?.paper).toEqual(entry.paper);
});

it('what another search found is marked anew', () => {
  const draw = createList();
  draw(read(), { query: 'planners' });
  expect(draw(read(), { query: 'patient' })?.toFound?.().title).toEqual([{ from: 0, to: 7 }]);
});
