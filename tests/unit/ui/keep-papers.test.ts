import { expect, it } from 'vitest';
import { createPaperKeeper } from '@/lib/ui/keep-papers';
import { makePaper } from '../../components/make-paper';

it('a paper that did not change stays the object it was, with its new marks', () => {
  const keep = createPaperKeeper();
  const [first] = keep([{ paper: makePaper(), seen: false }]);
  const [again] = keep([{ paper: makePaper(), seen: true }]);
  expect(again?.paper).toBe(first?.paper);
  expect(again?.seen).toBe(true);
});

it.each([{ updatedAt: 1 }, { upvotes: 129 }, { comments: 4 }, { dailyDate: '2026-11-21' }, { title: 'Another' }])(
  'a paper with %j is the new one',
  (change) => {
    const keep = createPaperKeeper();
    keep([{ paper: makePaper() }]);
    expect(keep([{ paper: makePaper(change) }])[0]?.paper).toEqual(makePaper(change));
  },
);

it('a paper that left is forgotten', () => {
  const keep = createPaperKeeper();
  const [first] = keep([{ paper: makePaper() }]);
  keep([]);
  expect(keep([{ paper: makePaper() }])[0]?.paper).not.toBe(first?.paper);
});
