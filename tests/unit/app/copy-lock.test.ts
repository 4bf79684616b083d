import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { checkCopy } from '@/lib/app/check-copy';
import { setFlag } from '@/lib/app/mark';
import { writeCopy } from '@/lib/app/second-copy';
import { readCompared } from '@/lib/browser/copy-storage';
import { seal } from '@/lib/core/copy/checksum';
import { userDb } from '@/lib/db/user-database';
import { emptyCopyWorld, makeAndCopy, paperOf, readMade } from '../../harness/copy-world';

vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.unmock('@/lib/app/second-copy');
vi.unmock('@/lib/app/check-copy');
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));

const { local, session } = browser.storage;
const isManifest = (items: object) => Object.keys(items).some((key) => key.startsWith('copy-manifest'));

beforeEach(async () => {
  await emptyCopyWorld();
  await makeAndCopy();
});

describe('a page that could not wait any longer takes the lock of the copy', () => {
  it('from one that is writing: that one claims nothing of the copy, and the next brings all up to date', async () => {
    const set = local.set.bind(local);
    const stuck = vi.spyOn(local, 'set').mockImplementation(async (items) => {
      if (isManifest(items)) await navigator.locks.request('copy', { steal: true }, async () => undefined);
      await new Promise((resolve) => setTimeout(resolve));
      await set(items);
    });
    await setFlag(paperOf(7), 'starred', true);
    await writeCopy();
    stuck.mockRestore();
    expect((await userDb.outbox.toArray()).map(({ key }) => key)).toContain(`status:${paperOf(7).id}`);
    await writeCopy();
    expect((await userDb.outbox.toArray()).map(({ key }) => key)).toEqual(['written']);
    const { database, copy } = await readMade();
    expect(copy).toEqual(database);
  });

  it('and compares, but leaves it to the next page to say so: the other may still write', async () => {
    await session.clear();
    const late = () => Promise.reject(new DOMException('waited too long', 'TimeoutError'));
    vi.spyOn(navigator.locks, 'request').mockImplementationOnce(late);
    await checkCopy();
    expect(await readCompared()).toBe(false);
    await checkCopy();
    expect(await readCompared()).toBe(true);
  });
});

describe('a copy of a later version', () => {
  const LATER = { 'copy-manifest-0': seal('{"version":2}') };

  it('that is written while a check waits for its turn is left alone', async () => {
    await session.clear();
    await setFlag(paperOf(7), 'starred', true);
    const request = navigator.locks.request.bind(navigator.locks) as (...args: unknown[]) => Promise<unknown>;
    vi.spyOn(navigator.locks, 'request').mockImplementationOnce((async (...args: unknown[]) => {
      await local.set(LATER);
      return request(...args);
    }) as never);
    await checkCopy();
    expect((await local.get())['copy-manifest-0']).toBe(LATER['copy-manifest-0']);
    expect(await readCompared()).toBe(false);
  });
});
