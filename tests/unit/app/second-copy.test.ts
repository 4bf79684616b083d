import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { beginNewCopy, checkCopy } from '@/lib/app/check-copy';
import { deleteEverything, deleteOwnData } from '@/lib/app/delete-data';
import { setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic, deleteTopic } from '@/lib/app/save-topic';
import { writeCopy } from '@/lib/app/second-copy';
import { undoLast } from '@/lib/app/undo';
import { seal } from '@/lib/core/copy/checksum';
import { readCopy } from '@/lib/core/copy/read-copy';
import { encodeAll } from '@/lib/core/copy/shards';
import type { StoredStatus } from '@/lib/core/papers/status';
import { feedDb } from '@/lib/db/feed-database';
import { readRawRows } from '@/lib/db/queries/copied';
import { userDb } from '@/lib/db/user-database';
import { wipeUser } from '@/lib/db/writes/wipe';
import { makePaper } from '../../components/make-paper';
import { emptyCopyWorld } from '../../harness/copy-world';

vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.unmock('@/lib/app/second-copy');
vi.unmock('@/lib/app/check-copy');
// Each test says itself when the copy is written.
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));

const { local, session } = browser.storage;
const paper = (n: number) => makePaper({ id: `2611.${10_000 + n}`, title: `Paper ${n}` });

async function empty(): Promise<void> {
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  await local.clear();
  await session.clear();
  localStorage.clear();
}

beforeEach(emptyCopyWorld);

/** Both sides by value. */
async function readSides() {
  const database = await readRawRows();
  const copy = readCopy(await local.get());
  const toValue = (rows: Parameters<typeof encodeAll>[0]) => [...encodeAll(rows)].sort();
  return {
    database: toValue(database),
    copy: toValue(copy?.rows ?? { statuses: [], topics: [], settings: [] }),
    refused: copy?.refused,
  };
}

async function expectAgreed(): Promise<void> {
  const { database, copy, refused } = await readSides();
  expect(copy).toEqual(database);
  expect(refused ?? []).toEqual([]);
  expect((await userDb.outbox.toArray()).map(({ key }) => key)).toEqual(['written']);
}

/** Some of everything, copied. */
async function makeSome() {
  await setFlag([paper(1), paper(2), paper(3)], 'starred', true);
  await setFlag(paper(3), 'starred', false);
  await createTopic({ name: 'Agents', query: 'agents' });
  await saveSetting('theme', 'dark');
  await checkCopy();
  await expectAgreed();
  return readSides();
}

/** As after a restart of the browser, with a database in the place of one that is gone. */
async function loseDatabase(): Promise<void> {
  await userDb.delete();
  await userDb.open();
  await session.clear();
}

describe('law 14: the second copy', () => {
  it('holds what the database holds after any actions, and after a death at any write to the storage', async () => {
    const action = fc.oneof(
      fc.record({ n: fc.nat(30), flag: fc.constantFrom('read', 'starred', 'later'), on: fc.boolean() }),
      fc.constantFrom('topic', 'delete', 'undo', 'dense', 'loose', 'start'),
    );
    const rounds = fc.array(fc.record({ action, dieAt: fc.option(fc.nat(2), { freq: 2 }) }), { maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        await empty();
        await checkCopy();
        for (const { action: what, dieAt } of all) {
          if (typeof what === 'object') await setFlag(paper(what.n), what.flag as 'read', what.on);
          else if (what === 'topic') await createTopic({ name: 'A', query: 'agents' });
          else if (what === 'delete') await deleteTopic((await userDb.topics.toArray())[0]?.id ?? '');
          else if (what === 'undo') await undoLast('all');
          else if (what !== 'start') await saveSetting('density', what === 'dense' ? 'compact' : 'comfortable');
          const before = (await readSides()).database;
          await dying(dieAt, () => (what === 'start' ? checkCopy().then(() => {}) : writeCopy()));
          if (dieAt === null) await expectAgreed();
          expect((await readSides()).database).toEqual(before);
          expect((await readSides()).refused ?? []).toEqual([]);
        }
        await checkCopy();
        await expectAgreed();
      }),
      { numRuns: 40 },
    );
  });

  it('rewrites one heap and the list of heaps for one status that changed', async () => {
    await setFlag(
      Array.from({ length: 600 }, (_, n) => paper(n)),
      'starred',
      true,
    );
    await checkCopy();
    const set = vi.spyOn(local, 'set');
    await setFlag(paper(5), 'later', true);
    await writeCopy();
    expect(set.mock.calls.map(([items]) => Object.keys(items as object))).toEqual([
      [expect.stringMatching(/^copy-s[0-9a-f]{2}-[01]$/)],
      [expect.stringMatching(/^copy-manifest-[01]$/)],
    ]);
    await expectAgreed();
  });

  it('copies a part again that changed while it was being copied', async () => {
    await makeSome();
    await setFlag(paper(1), 'later', true);
    const set = local.set.bind(local);
    vi.spyOn(local, 'set').mockImplementationOnce(async (items) => {
      await setFlag(paper(1), 'later', false);
      await set(items);
    });
    await writeCopy();
    expect(await userDb.outbox.count()).toBe(2);
    await writeCopy();
    await expectAgreed();
  });

  it.each([
    ['quickly', () => writeCopy()],
    ['at the next start', () => session.clear().then(() => checkCopy())],
  ])('does not bring back what was taken back after it was copied, written %s', async (_name, follow) => {
    await makeSome();
    // As the undo of a restored backup does it: the row goes, and no newer time says so.
    await userDb.statuses.delete(paper(1).id);
    await userDb.outbox.put({ key: `taken-back:statuses:${paper(1).id}`, change: 'undo' });
    await follow();
    expect(await userDb.statuses.get(paper(1).id)).toBeUndefined();
    await expectAgreed();
  });

  it('tells each who asks for it why it can’t be written, also who asks while another stands in line', async () => {
    await makeSome();
    await setFlag(paper(3), 'starred', true);
    const full = vi.spyOn(local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    const answers = await Promise.allSettled([checkCopy(), writeCopy(), writeCopy()]);
    expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.message)).toEqual(
      Array(3).fill('QUOTA_BYTES quota exceeded'),
    );
    full.mockRestore();
    await writeCopy();
    await expectAgreed();
  });

  it('is left alone where a later version has written it', async () => {
    await local.set({ 'copy-manifest-0': seal('{"version":2}') });
    await setFlag(paper(1), 'starred', true);
    await writeCopy();
    await checkCopy();
    expect(Object.keys(await local.get())).toEqual(['copy-manifest-0']);
  });
});

describe('FAULTS 7 and 8: the user’s database', () => {
  it('comes back from the copy where it is gone, and says what came back', async () => {
    const { database } = await makeSome();
    await loseDatabase();
    expect(await checkCopy()).toMatchObject({
      kind: 'restored',
      restored: { papers: 2, topics: 1, settings: 1, isPartial: false },
    });
    expect((await readSides()).database).toEqual(database);
    await expectAgreed();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    // The lists of marks are read by fields that only the database has.
    expect(await userDb.statuses.orderBy('starredSince').count()).toBe(2);
  });

  it('gets back rows that are gone or damaged, and keeps what was made since', async () => {
    const { database } = await makeSome();
    await userDb.statuses.delete(paper(1).id);
    await userDb.topics.clear();
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { papers: 1, topics: 1 } });
    expect((await readSides()).database).toEqual(database);

    await session.clear();
    await userDb.statuses.put({ paperId: paper(2).id, starred: 'yes' } as never);
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { papers: 1 } });
    expect((await readSides()).database).toEqual(database);
  });

  it('that fell back to an older state comes forward again', async () => {
    await makeSome();
    const tables = [userDb.statuses, userDb.topics, userDb.settings, userDb.outbox] as const;
    const older = await Promise.all(tables.map((table) => table.toArray()));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5_000 });
    await setFlag(paper(1), 'later', true);
    await saveSetting('theme', 'light');
    await createTopic({ name: 'Video', query: 'video' });
    vi.useRealTimers();
    await writeCopy();
    const { database } = await readSides();
    for (const [i, table] of tables.entries()) {
      await table.clear();
      await (table as typeof userDb.statuses).bulkPut(older[i] as never);
    }
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { topics: 1, settings: 1 } });
    expect((await readSides()).database).toEqual(database);
  });

  it('that fell back to as many rows as before is found out by its generation', async () => {
    await makeSome();
    const [status] = await userDb.statuses.toArray();
    const outbox = await userDb.outbox.toArray();
    await setFlag(paper(1), 'later', true);
    await writeCopy();
    const { database } = await readSides();
    await userDb.statuses.put(status as StoredStatus);
    await userDb.outbox.clear();
    await userDb.outbox.bulkPut(outbox);
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { papers: 1 } });
    expect((await readSides()).database).toEqual(database);
  });

  it('is not asked to believe a copy that fell back: what it has since, or has no more, is copied', async () => {
    await makeSome();
    const older = await local.get();
    await saveSetting('theme', 'light');
    await userDb.statuses.delete(paper(1).id);
    await userDb.outbox.put({ key: `taken-back:statuses:${paper(1).id}`, change: 'undo' });
    await writeCopy();
    await local.clear();
    await local.set(older);
    await session.clear();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect((await userDb.settings.get('theme'))?.value).toBe('light');
    expect(await userDb.statuses.get(paper(1).id)).toBeUndefined();
    await expectAgreed();
  });
});

describe('the storage alone', () => {
  it.each([
    ['emptied', () => local.clear()],
    ['without its manifests', () => local.remove(['copy-manifest-0', 'copy-manifest-1'])],
    ['with damaged manifests', () => local.set({ 'copy-manifest-0': 'x', 'copy-manifest-1': { a: 1 } })],
    [
      'with every heap damaged',
      async () => {
        const items = Object.keys(await local.get()).filter((key) => !key.includes('manifest'));
        await local.set(Object.fromEntries(items.map((key) => [key, 'damaged'])));
      },
    ],
  ])('%s is written anew from the database', async (_name, damage) => {
    const { database } = await makeSome();
    await damage();
    await session.clear();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect((await readSides()).database).toEqual(database);
    await expectAgreed();
  });

  it('damaged, with the database gone: that is said, and nothing is written over', async () => {
    await makeSome();
    await local.set({ 'copy-manifest-0': 'x', 'copy-manifest-1': 'x' });
    await loseDatabase();
    const before = await local.get();
    expect(await checkCopy()).toEqual({ kind: 'lost' });
    expect(await local.get()).toEqual(before);
  });

  it('emptied by the browser together with the database: that is said, and not taken for a new installation', async () => {
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    await makeSome();
    await local.clear();
    await loseDatabase();
    expect(await checkCopy()).toEqual({ kind: 'lost' });
    await beginNewCopy();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
  });

  it('gives back what it can where the database is gone and one heap is damaged, and says that it is not all', async () => {
    await setFlag([paper(1), paper(2)], 'starred', true);
    await checkCopy();
    const key = Object.keys(await local.get()).find((name) => /^copy-s/.test(name)) ?? '';
    await local.set({ [key]: 'damaged' });
    await loseDatabase();
    expect(await checkCopy()).toMatchObject({ restored: { papers: 1, isPartial: true } });
    expect(await userDb.statuses.count()).toBe(1);
  });

  it.each<[what: string, damage: (before: Record<string, unknown>) => Promise<void>]>([
    [
      'was thrown back by the browser to an earlier one, as it does with a damaged file',
      async (before) => {
        await local.clear();
        await local.set(before);
      },
    ],
    [
      'is damaged where the last one before it is whole',
      async (before) => {
        const topics = Object.keys(await local.get()).filter(
          (key) => key.startsWith('copy-topics') && !(key in before),
        );
        await local.set(Object.fromEntries(topics.map((key) => [key, 'damaged'])));
      },
    ],
  ])('that %s does not pass for all there was', async (_what, damage) => {
    await setFlag(paper(1), 'starred', true);
    await writeCopy();
    const before = await local.get();
    await createTopic({ name: 'Made since', query: 'agents' });
    await writeCopy();
    await damage(before);
    await loseDatabase();
    expect(await checkCopy()).toMatchObject({ restored: { papers: 1, topics: 0, isPartial: true } });
    // From here on the copy is whole again, and older than nothing.
    await loseDatabase();
    expect(await checkCopy()).toMatchObject({ restored: { papers: 1, isPartial: false } });
  });
});

describe('deleting what the user made', () => {
  it('stays deleted, also after a death before the copy was deleted', async () => {
    await makeSome();
    await wipeUser();
    await session.clear();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    await session.clear();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect(await userDb.statuses.count()).toBe(0);
    expect((await readSides()).copy).toEqual([]);
    expect(JSON.stringify(await local.get())).not.toContain('Paper');
  });

  it('is no loss, and leaves no draft, where a page died at it and the next could not write', async () => {
    await makeSome();
    localStorage.setItem('draft', 'a topic that was typed');
    await wipeUser();
    await session.clear();
    const refuses = vi.spyOn(local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await checkCopy().catch(() => undefined);
    refuses.mockRestore();
    expect(localStorage.getItem('draft')).toBeNull();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
  });

  it('stays deleted where a page has read the rows before and writes them only afterwards', async () => {
    await makeSome();
    await setFlag(paper(9), 'later', true);
    const set = local.set.bind(local);
    let deleted: Promise<void> | undefined;
    vi.spyOn(local, 'set').mockImplementationOnce(async (items) => {
      deleted = deleteOwnData();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await set(items);
    });
    await writeCopy();
    await deleted;
    expect(await local.get()).toEqual({});
  });

  it.each([
    ['what the user made', deleteOwnData],
    ['everything', deleteEverything],
  ])('%s is gone from both sides and does not come back', async (_name, remove) => {
    await makeSome();
    await setFlag(paper(9), 'later', true);
    await Promise.all([writeCopy(), remove()]);
    expect(await local.get()).toEqual({});
    await session.clear();
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect(await userDb.statuses.count()).toBe(0);
    expect(JSON.stringify(await local.get())).not.toContain('Paper');
  });
});

/** Runs `work`; of its writes to the storage only the first `writes` arrive. */
async function dying(writes: number | null, work: () => Promise<void>): Promise<void> {
  if (writes === null) return work();
  const set = local.set.bind(local);
  let made = 0;
  const spy = vi.spyOn(local, 'set').mockImplementation(async (items) => {
    if (++made > writes) throw new Error('killed');
    await set(items);
  });
  await work().catch(() => undefined);
  spy.mockRestore();
}
