import { beforeEach, expect, it, vi } from 'vitest';
import { addDays } from '@/lib/core/days/day';
import { feedDb } from '@/lib/db/feed-database';
import { readNewPapers } from '@/lib/db/queries/papers';
import { makePaper } from '../../../components/make-paper';

const TODAY = '2026-11-20';
/** The newest day first, within a day the last id first: as they are read. */
const PAPERS = Array.from({ length: 250 }, (_, i) =>
  makePaper({ id: `p${String(999 - i)}`, dailyDate: addDays(TODAY, -Math.floor(i / 50)) }),
);

beforeEach(async () => {
  vi.restoreAllMocks();
  await feedDb.delete();
  await feedDb.open();
  await feedDb.papers.bulkPut(PAPERS);
});

it('reads all new papers in their order, a portion at a time, so that a page that asks has time for its keys', async () => {
  const asked = vi.spyOn(feedDb.papers, 'bulkGet');
  const { entries } = await readNewPapers(TODAY);
  expect(entries.map(({ paper }) => paper.id)).toEqual(PAPERS.map(({ id }) => id));
  expect(asked.mock.calls.map(([ids]) => ids.length)).toEqual([100, 100, 50]);
});

it('leaves out what was seen, of every portion', async () => {
  await feedDb.seen.bulkPut([0, 120, 249].map((i) => ({ paperId: PAPERS[i]?.id ?? '', at: 1 })));
  const { entries } = await readNewPapers(TODAY);
  const expected = PAPERS.filter((_, i) => ![0, 120, 249].includes(i)).map(({ id }) => id);
  expect(entries.map(({ paper }) => paper.id)).toEqual(expected);
});
