import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { checkCopy } from '@/lib/app/check-copy';
import { setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic } from '@/lib/app/save-topic';
import { writeCopy } from '@/lib/app/second-copy';
import { readManifests } from '@/lib/core/copy/manifest';
import { userDb } from '@/lib/db/user-database';
import { emptyCopyWorld, loseDatabase, makeAndCopy, paperOf, readMade } from '../../harness/copy-world';

vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.unmock('@/lib/app/second-copy');
vi.unmock('@/lib/app/check-copy');
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));

const { local, session } = browser.storage;

/** Damages every text of the copy whose key begins so. */
async function damage(...names: string[]): Promise<void> {
  const keys = Object.keys(await local.get()).filter((key) => names.some((name) => key.startsWith(`copy-${name}`)));
  await local.set(Object.fromEntries(keys.map((key) => [key, 'damaged'])));
}

async function readOutbox() {
  const rows = await userDb.outbox.toArray();
  return async () => {
    await userDb.outbox.clear();
    await userDb.outbox.bulkPut(rows);
  };
}

beforeEach(async () => {
  await emptyCopyWorld();
  await makeAndCopy();
  await session.clear();
});

describe('where the database is whole and the copy damaged, nobody is troubled', () => {
  it('though a change was not copied yet', async () => {
    await setFlag(paperOf(1), 'later', true);
    await damage('topics');
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    const { database, copy } = await readMade();
    expect(copy).toEqual(database);
  });

  it('though the page died before it wrote down that the copy is written', async () => {
    await saveSetting('theme', 'light');
    const putBack = await readOutbox();
    await writeCopy();
    await putBack();
    const [last] = readManifests(await local.get()).manifests;
    await damage(`settings-${last?.shards.settings?.[0]}`);
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect((await userDb.settings.get('theme'))?.value).toBe('light');
  });
});

describe('where the copy gives nothing back of what the database has lost, that is told', () => {
  const nothing = { papers: 0, topics: 0, settings: 0, isPartial: true };

  it.each<[string, () => Promise<unknown>]>([
    [
      'all of it',
      async () => {
        await loseDatabase();
        await damage('s', 'topics');
      },
    ],
    [
      'all of it, and as much was made anew before the check',
      async () => {
        await loseDatabase();
        await damage('s', 'topics');
        await setFlag([paperOf(7), paperOf(8), paperOf(9)], 'starred', true);
        for (const name of ['C', 'D']) await createTopic({ name, query: 'x' });
        await saveSetting('density', 'compact');
        await saveSetting('theme', 'light');
      },
    ],
    [
      'the topics',
      async () => {
        await userDb.topics.clear();
        await damage('topics');
      },
    ],
    [
      'a row that is damaged',
      async () => {
        await userDb.settings.put({ key: 'theme', value: 'dark', at: 'never' } as never);
        await damage('settings');
      },
    ],
    [
      'the last that was made, both being as they were before',
      async () => {
        const putBack = await readOutbox();
        const [settings, copied] = [await userDb.settings.toArray(), await local.get()];
        await saveSetting('theme', 'light');
        await writeCopy();
        await userDb.settings.bulkPut(settings);
        await putBack();
        await local.clear();
        await local.set(copied);
      },
    ],
  ])('%s', async (_what, lose) => {
    await lose();
    await session.clear();
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: nothing });
  });
});
