import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { BrokenOffError } from '@/lib/app/broken-off';
import { beginAfterLoss, beginNewCopy, checkCopy } from '@/lib/app/check-copy';
import { setFlag } from '@/lib/app/mark';
import { writeCopy } from '@/lib/app/second-copy';
import { undoGroup } from '@/lib/app/undo';
import { clearNotice, readNotices, writeNotice } from '@/lib/browser/copy-notice';
import { userDb } from '@/lib/db/user-database';
import { emptyCopyWorld, loseDatabase, makeAndCopy, paperOf, readMade } from '../../harness/copy-world';
import { DATA } from '../core/backup/sample';
import { breakOffBehind, restoreBackup } from './restore-here';

vi.unmock('@/lib/app/check-copy');
vi.unmock('@/lib/app/second-copy');
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
// The tests say when the copy is written.
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));

const { local } = browser.storage;
const FILE = { made: 0, app: '0.1.0', data: DATA };

const toGarbage = (items: object) => Object.fromEntries(Object.keys(items).map((key) => [key, 'damaged']));

/** All there was is gone, and that was said. */
async function loseAll(damage: () => Promise<void> = async () => local.set(toGarbage(await local.get()))) {
  await makeAndCopy();
  await loseDatabase();
  await damage();
  expect(await checkCopy()).toEqual({ kind: 'lost' });
  writeNotice({ kind: 'lost' });
}

async function expectCopied(): Promise<void> {
  const { database, copy } = await readMade();
  expect(copy).toEqual(database);
  await browser.storage.session.clear();
  expect(await checkCopy()).toEqual({ kind: 'fine' });
}

beforeEach(async () => {
  await emptyCopyWorld();
  clearNotice({ kind: 'lost' });
});

describe('a backup that is restored after all there was got lost', () => {
  it.each<[string, (() => Promise<void>)?]>([
    ['damaged'],
    ['emptied', () => local.clear()],
    ['without a manifest', () => local.set({ 'copy-manifest-0': 'x', 'copy-manifest-1': 'x' })],
  ])('begins a new copy in the place of one that is %s, and ends the note', async (_name, damage) => {
    await loseAll(damage);
    await restoreBackup(FILE);
    expect(readNotices()).toEqual([]);
    await writeCopy();
    expect((await readMade()).copy.papers).toHaveLength(DATA.statuses.length);
    await expectCopied();
  });

  it('ends the note also where it was broken off behind its last write, and no earlier', async () => {
    await loseAll();
    const nothing = { ...FILE, data: { statuses: [], topics: [], settings: [] } };
    await expect(breakOffBehind(nothing)).rejects.toThrow(BrokenOffError);
    expect(readNotices()).toEqual([{ kind: 'lost' }]);
    await expect(breakOffBehind(FILE)).rejects.toThrow(BrokenOffError);
    expect(readNotices()).toEqual([]);
  });

  it('is whole after the next loss of the database', async () => {
    await loseAll();
    await restoreBackup(FILE);
    await writeCopy();
    await loseDatabase();
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { isPartial: false } });
    expect((await readMade()).database.papers).toHaveLength(DATA.statuses.length);
  });

  it('tells what could not be brought back: that it can be undone', async () => {
    await makeAndCopy();
    await userDb.topics.clear();
    await browser.storage.session.clear();
    expect(await checkCopy()).toEqual({ kind: 'restored', restored: expect.not.objectContaining({ isNew: true }) });
    await loseDatabase();
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { isPartial: false, isNew: true } });
  });

  it('begins it though the page dies before anything was copied', async () => {
    await loseAll();
    await restoreBackup(FILE);
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    await expectCopied();
  });

  it('leaves the loss told and what is stored as it was, where it is refused', async () => {
    await loseAll();
    const before = await local.get();
    const refuse = () => Promise.reject(new Error('no'));
    vi.spyOn(userDb.journal, 'bulkAdd').mockImplementation(refuse as never);
    await expect(restoreBackup(FILE)).rejects.toThrow();
    vi.restoreAllMocks();
    expect(readNotices()).toEqual([{ kind: 'lost' }]);
    expect(await checkCopy()).toEqual({ kind: 'lost' });
    expect(await local.get()).toEqual(before);
  });

  it('can be taken back, and leaves nothing behind that would be told', async () => {
    await loseAll();
    const { group } = await restoreBackup(FILE);
    await undoGroup(group);
    await writeCopy();
    expect((await readMade()).database.papers).toEqual([]);
    await expectCopied();
  });

  it('does not write over a copy that can be read, though it comes before the check', async () => {
    await makeAndCopy();
    await loseDatabase();
    await restoreBackup(FILE);
    await writeCopy();
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { papers: 3, topics: 2 } });
    await expectCopied();
  });
});

describe('what is made after a loss was told', () => {
  it.each<[string, (() => Promise<void>)?]>([['damaged'], ['emptied', () => local.clear()]])(
    'is copied without a further question where the copy is %s, and the note stands until it is closed',
    async (_name, damage) => {
      await loseAll(damage);
      await beginAfterLoss();
      await setFlag(paperOf(7), 'starred', true);
      await writeCopy();
      expect((await readMade()).copy.papers).toEqual([paperOf(7).id]);
      expect(readNotices()).toEqual([{ kind: 'lost' }]);
      await expectCopied();
      await beginNewCopy();
      await expectCopied();
    },
  );

  it('outlives the next loss of the database, though the note of the first one is closed then', async () => {
    await loseAll();
    await beginAfterLoss();
    await setFlag(paperOf(7), 'starred', true);
    await writeCopy();
    await loseDatabase();
    await beginNewCopy();
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { papers: 1 } });
    expect((await readMade()).database.papers).toEqual([paperOf(7).id]);
  });

  it('with a backup that is restored then: the note ends', async () => {
    await loseAll();
    await beginAfterLoss();
    await restoreBackup(FILE);
    expect(readNotices()).toEqual([]);
    await writeCopy();
    await expectCopied();
  });

  it('waits for the user where a text of the copy is whole', async () => {
    await loseAll(() => local.set({ 'copy-manifest-0': 'x', 'copy-manifest-1': 'x' }));
    const before = await local.get();
    await beginAfterLoss();
    await setFlag(paperOf(7), 'starred', true);
    await writeCopy();
    expect(await checkCopy()).toEqual({ kind: 'lost' });
    expect(await local.get()).toEqual(before);
  });

  it('takes nothing away from a copy that turns out to be whole', async () => {
    let items = {};
    await loseAll(async () => {
      items = await local.get();
      await local.clear();
    });
    await beginAfterLoss();
    await setFlag(paperOf(7), 'starred', true);
    await local.set(items);
    await browser.storage.session.clear();
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { papers: 3, topics: 2 } });
    expect((await readMade()).database.papers).toContain(paperOf(7).id);
    await expectCopied();
  });
});
