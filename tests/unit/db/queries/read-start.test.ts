import { beforeEach, describe, expect, it } from 'vitest';
import { feedDb } from '@/lib/db/feed-database';
import { readDayPapers } from '@/lib/db/queries/papers';
import { readStart } from '@/lib/db/queries/read-start';
import { userDb } from '@/lib/db/user-database';
import { clearDatabases, seedDay } from '../../../components/seed-feed';

const NOON = Date.UTC(2026, 10, 23, 12);
const TITLES = Array.from({ length: 10 }, (_, i) => `Paper ${i}`);

describe('what the popup reads first', () => {
  beforeEach(clearDatabases);

  it('is the newest day with its papers, best first, as the live list will have them', async () => {
    await seedDay('2026-11-20', ['Older']);
    await seedDay('2026-11-23', TITLES);
    const { today, newest, entries } = await readStart(NOON);
    expect([today, newest]).toEqual(['2026-11-23', '2026-11-23']);
    expect(entries.map(({ paper }) => paper)).toEqual((await readDayPapers('2026-11-23')).map(({ paper }) => paper));
  });

  it('tells seen and read of the cards in sight, and calls no card new that may have been seen', async () => {
    const [first, second] = await seedDay('2026-11-23', TITLES);
    await feedDb.seen.put({ paperId: first?.id ?? '', at: NOON });
    await userDb.statuses.put({ paperId: second?.id ?? '', read: { value: true, at: NOON } });
    const { entries } = await readStart(NOON);
    expect(entries.slice(0, 4).map(({ seen }) => seen)).toEqual([true, false, false, false]);
    expect(entries[1]?.status?.read?.value).toBe(true);
    expect(entries.at(-1)?.seen).toBe(true);
  });

  it.each([0, 299, 300, 900])('tells them too where %i others were seen whose numbers lie between', async (others) => {
    const papers = await seedDay('2026-11-23', TITLES);
    const ids = papers.slice(0, 6).map(({ id }) => id);
    const [first = '', last = ''] = [[...ids].sort()[0], [...ids].sort().at(-1)];
    const between = Array.from({ length: others }, (_, i) => `${first}.${String(i).padStart(4, '0')}`);
    expect(between.every((id) => id > first && id < last)).toBe(true);
    await feedDb.seen.bulkPut([...between, ids[1] ?? '', ids[4] ?? ''].map((paperId) => ({ paperId, at: NOON })));
    await userDb.statuses.bulkPut(
      [...between, ids[2] ?? ''].map((paperId) => ({ paperId, read: { value: true, at: NOON } })),
    );
    const { entries } = await readStart(NOON);
    expect(entries.slice(0, 6).map(({ seen }) => seen)).toEqual([false, true, false, false, true, false]);
    expect(entries.slice(0, 6).map(({ status }) => status?.read?.value === true)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('finds the newest day after months without a reading, and with a clock of another year', async () => {
    await seedDay('2026-08-03', TITLES);
    for (const now of [NOON, Date.UTC(2019, 0, 1), Date.UTC(2031, 0, 1)]) {
      const { newest, entries } = await readStart(now);
      expect([newest, entries.length]).toEqual(['2026-08-03', TITLES.length]);
    }
  });

  it('leaves no listed paper out whose newest listing is another day', async () => {
    const [paper] = await seedDay('2026-11-23', TITLES);
    await feedDb.papers.update(paper?.id ?? '', { dailyDate: '2026-11-24' });
    expect((await readStart(NOON)).entries[0]?.paper.id).toBe(paper?.id);
  });

  it('is empty in an empty database', async () => {
    const { newest, entries, ledger } = await readStart(NOON);
    expect([newest, entries, ledger]).toEqual([undefined, [], []]);
  });
});
