import { beforeEach, expect, it, vi } from 'vitest';
import type { Paper } from '@/lib/core/papers/paper';
import type { Status } from '@/lib/core/papers/status';
import { feedDb } from '@/lib/db/feed-database';
import { countMarked, readMarked } from '@/lib/db/queries/statuses';
import { userDb } from '@/lib/db/user-database';

const STATUSES: Status[] = [
  { paperId: 'a', title: 'A', starred: { value: true, at: 3 } },
  { paperId: 'b', title: 'B', starred: { value: true, at: 9 }, later: { value: true, at: 1 } },
  { paperId: 'c', title: 'C', starred: { value: false, at: 10 } },
  { paperId: 'd', title: 'D', read: { value: true, at: 11 } },
  { paperId: 'e', title: 'E', later: { value: true, at: 8 }, dismissed: { value: true, at: 2 } },
];

beforeEach(async () => {
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  await userDb.statuses.bulkPut(STATUSES);
  await feedDb.papers.put({ id: 'b', title: 'B', dailyDate: '2026-11-20' } as Paper);
  await feedDb.seen.put({ paperId: 'a', at: 1 });
});

it('lists what bears a mark, the newest mark first, also where the feed has lost the paper', async () => {
  const starred = await readMarked('starred');
  expect(starred.map(({ status, paper, seen }) => [status.title, paper?.title, seen])).toEqual([
    ['B', 'B', false],
    ['A', undefined, true],
  ]);
  expect((await readMarked('later')).map(({ status }) => status.paperId)).toEqual(['e', 'b']);
});

it('counts marks that stand, not those that were cleared', async () => {
  expect(await countMarked('starred')).toBe(2);
  expect(await countMarked('later')).toBe(2);
});

it('does not read rows that never bore the mark', async () => {
  const indexes = vi.spyOn(IDBObjectStore.prototype, 'index');
  await readMarked('later');
  expect(indexes.mock.calls).toEqual([['later.at']]);
  indexes.mockRestore();
});
