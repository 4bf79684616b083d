import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { handleAlarm, handlePageEnded, handleWake } from '@/entrypoints/background/handlers';
import { checkCopy } from '@/lib/app/check-copy';
import { finishCopy } from '@/lib/app/finish-copy';
import { setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { writeCopy } from '@/lib/app/second-copy';
import { readWitness } from '@/lib/browser/copy-storage';
import { withLock } from '@/lib/browser/locks';
import { readManifests } from '@/lib/core/copy/manifest';
import { userDb } from '@/lib/db/user-database';
import { emptyCopyWorld, loseDatabase, makeAndCopy, paperOf, readMade } from '../../harness/copy-world';

const refreshBadge = vi.hoisted(() => vi.fn(async () => {}));
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge }));
vi.unmock('@/lib/app/second-copy');
vi.unmock('@/lib/app/check-copy');
// Pages that are closed at once: they copy nothing, unless a test says so.
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));

const { local } = browser.storage;
const readOutbox = async () => (await userDb.outbox.toArray()).map(({ key }) => key);
const readGenerations = async () => readManifests(await local.get()).manifests.map(({ generation }) => generation);

async function expectCopied(): Promise<void> {
  const { database, copy } = await readMade();
  expect(copy).toEqual(database);
  expect(await readOutbox()).toEqual(['written']);
}

/** Lets the n-th write to the storage be the last thing the page does. */
async function dieAfter(writes: number, work: () => Promise<unknown>): Promise<void> {
  const set = local.set.bind(local);
  let left = writes;
  const spy = vi.spyOn(local, 'set').mockImplementation(async (items) => {
    if (left === 0) throw new Error('dead');
    await set(items);
    left--;
    if (left === 0) throw new Error('dead');
  });
  await expect(work()).rejects.toThrow('dead');
  spy.mockRestore();
}

beforeEach(async () => {
  await emptyCopyWorld();
  await makeAndCopy();
  await expectCopied();
  refreshBadge.mockClear();
});

describe('the background', () => {
  it('writes into the copy what a page left, and no more than that', async () => {
    await setFlag(paperOf(9), 'starred', true);
    await saveSetting('theme', 'light');
    const before = await local.get();
    expect(await finishCopy()).toBe(true);
    await expectCopied();
    const after = await local.get();
    const written = Object.keys(after).filter((key) => after[key] !== before[key]);
    expect(written).toHaveLength(3);
  });

  it('reads nothing of the copy and writes nothing where nothing was left', async () => {
    const get = vi.spyOn(local, 'get');
    const set = vi.spyOn(local, 'set');
    const rows = vi.spyOn(userDb.statuses, 'count');
    expect(await finishCopy()).toBe(false);
    for (const spy of [get, set, rows]) expect(spy).not.toHaveBeenCalled();
  });

  it('does not write again what the page before it in line has written', async () => {
    await setFlag(paperOf(9), 'starred', true);
    const [before = 0] = await readGenerations();
    let finishing: Promise<boolean> | undefined;
    await withLock('copy', 'wait', async () => {
      void writeCopy();
      finishing = finishCopy();
    });
    await finishing;
    expect((await readGenerations())[0]).toBe(before + 1);
    await expectCopied();
  });

  it('takes the turn from no page that is long at it, and leaves the rest to that one', async () => {
    await setFlag(paperOf(9), 'starred', true);
    const before = await local.get();
    const late = () => Promise.reject(new DOMException('waited too long', 'TimeoutError'));
    const request = vi.spyOn(navigator.locks, 'request').mockImplementationOnce(late);
    expect(await finishCopy()).toBe(false);
    expect(request).toHaveBeenCalledTimes(1);
    expect(await local.get()).toEqual(before);
    request.mockRestore();
    expect(await finishCopy()).toBe(true);
    await expectCopied();
  });

  it('goes on where a page died between the copy and the note that it is written', async () => {
    for (const [n, writes] of [1, 2].entries()) {
      await setFlag(paperOf(20 + n), 'starred', true);
      await dieAfter(writes, writeCopy);
      expect(await finishCopy()).toBe(true);
      await expectCopied();
    }
  });

  it.each<[string, () => Promise<unknown>]>([
    ['of a database that is gone', loseDatabase],
    [
      'that knows of more than the database',
      async () => {
        const [before] = await readGenerations();
        await setFlag(paperOf(9), 'starred', true);
        await writeCopy();
        await userDb.statuses.delete(paperOf(9).id);
        await userDb.outbox.put({ key: 'written', change: String(before) });
      },
    ],
    [
      'that is damaged',
      async () => {
        const keys = Object.keys(await local.get()).filter((key) => key.startsWith('copy-'));
        await local.set(Object.fromEntries(keys.map((key) => [key, 'damaged'])));
      },
    ],
  ])('leaves a copy %s to the next page, which says what came back', async (_what, change) => {
    await change();
    await saveSetting('density', 'compact');
    const before = await local.get();
    await finishCopy();
    expect(await local.get()).toEqual(before);
    expect(await readOutbox()).toContain('settings');
  });

  it.each<[string, () => void]>([
    ['as soon as the page has ended', handlePageEnded],
    ['at its next start', handleWake],
    ['at each alarm', () => handleAlarm('midnight')],
  ])('does so %s', async (_when, happen) => {
    const paint = async () => undefined;
    Object.assign(browser, { action: { setPopup: paint } });
    await setFlag(paperOf(9), 'starred', true);
    happen();
    await vi.waitFor(expectCopied);
  });

  it('counts the badge again where a page has ended that left something, and only there', async () => {
    handlePageEnded();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(refreshBadge).not.toHaveBeenCalled();
    await setFlag(paperOf(9), 'starred', true);
    handlePageEnded();
    await vi.waitFor(() => expect(refreshBadge).toHaveBeenCalledTimes(1));
  });

  it('has no place for the witness in Chrome: the next page writes down what was written', async () => {
    const place = globalThis.localStorage;
    vi.stubGlobal('localStorage', undefined);
    await setFlag(paperOf(9), 'starred', true);
    await finishCopy();
    vi.stubGlobal('localStorage', place);
    const [generation = 0] = await readGenerations();
    expect(readWitness()).toBe(generation - 1);
    await checkCopy();
    expect(readWitness()).toBe(generation);
  });
});
