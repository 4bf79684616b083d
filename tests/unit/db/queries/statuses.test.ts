import fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { type ListedFlag, type Status, toStatus, toStoredStatus } from '@/lib/core/papers/status';
import { feedDb } from '@/lib/db/feed-database';
import { countMarked, readMarked, readMarkedIds } from '@/lib/db/queries/statuses';
import { userDb } from '@/lib/db/user-database';
import { applyUndo } from '@/lib/db/writes/journal';
import { writeFlags } from '@/lib/db/writes/user';
import { makePaper } from '../../../components/make-paper';

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
  await userDb.statuses.bulkPut(STATUSES.map(toStoredStatus));
  await feedDb.papers.put(makePaper({ id: 'b', title: 'B' }));
  await feedDb.seen.put({ paperId: 'a', at: 1 });
});

it('lists what bears a mark, the newest mark first, also where the feed has lost the paper', async () => {
  const starred = await readMarked(await readMarkedIds('starred'));
  expect(starred.map(({ status, paper, seen }) => [status, paper?.title, seen])).toEqual([
    [STATUSES[1], 'B', false],
    [STATUSES[0], undefined, true],
  ]);
  expect(await readMarkedIds('later')).toEqual(['e', 'b']);
});

it('takes a paper whose row is damaged for one the feed has lost: its title is kept with the mark', async () => {
  await feedDb.papers.update('b', { authors: null as never });
  expect(await readMarked(['b'])).toMatchObject([{ paper: undefined, status: { title: 'B' } }]);
});

it('counts marks that stand, not those that were cleared', async () => {
  expect(await countMarked('starred')).toBe(2);
  expect(await countMarked('later')).toBe(2);
});

it('is listed and counted without a row being read', async () => {
  const reads = ['get', 'getAll', 'openCursor'] as const;
  const spies = reads.flatMap((name) => [vi.spyOn(IDBIndex.prototype, name), vi.spyOn(IDBObjectStore.prototype, name)]);
  expect(await readMarkedIds('later')).toEqual(['e', 'b']);
  expect(await countMarked('starred')).toBe(2);
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

it('leaves what is stored to be found by out of the journal', async () => {
  await writeFlags({ group: 'g', at: 20 }, [{ id: 'a', title: 'A' }], 'later', true, []);
  const [row] = await userDb.journal.toArray();
  expect(row?.before).toEqual(STATUSES[0]);
  expect(row?.after).toEqual({ ...STATUSES[0], link: expect.any(String), later: { value: true, at: 20 } });
});

/** Every row, as before there was an index. */
async function scan(flag: ListedFlag): Promise<Status[]> {
  const rows = (await userDb.statuses.toArray()).map(toStatus).filter((status) => status[flag]?.value === true);
  const at = (status: Status) => status[flag]?.at ?? 0;
  return rows.sort((a, b) => at(b) - at(a) || (a.paperId < b.paperId ? 1 : -1));
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ids: fc.uniqueArray(id, { minLength: 1 }),
      flag: fc.constantFrom('starred', 'later', 'read', 'dismissed'),
      value: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ undo: fc.nat({ max: 20 }) }) },
);

it('equals the full scan after any marks, clearings and undos, at any times', async () => {
  const steps = fc.array(fc.tuple(step, fc.nat({ max: 9 })), { maxLength: 25 });
  const play = fc.asyncProperty(steps, async (played) => {
    await userDb.statuses.clear();
    await userDb.journal.clear();
    const groups: string[] = [];
    for (const [act, at] of played) {
      const group = `g${groups.length}`;
      if ('undo' in act) await applyUndo({ group: groups[act.undo] ?? 'none', at });
      else {
        const papers = act.ids.map((one) => ({ id: one, title: one }));
        await writeFlags({ group, at }, papers, act.flag as ListedFlag, act.value, []);
        groups.push(group);
      }
    }
    for (const flag of ['starred', 'later'] as const) {
      const all = await scan(flag);
      const ids = await readMarkedIds(flag);
      expect((await readMarked(ids)).map(({ status }) => status)).toEqual(all);
      expect(await countMarked(flag)).toBe(all.length);
    }
  });
  await fc.assert(play, { numRuns: 60, interruptAfterTimeLimit: 10_000 });
});
