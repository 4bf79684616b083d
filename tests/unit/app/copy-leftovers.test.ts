import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { checkCopy } from '@/lib/app/check-copy';
import { setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { writeCopy } from '@/lib/app/second-copy';
import { undoGroup } from '@/lib/app/undo';
import { toManifestKey } from '@/lib/core/copy/copy-keys';
import { readManifests } from '@/lib/core/copy/manifest';
import { readCopy } from '@/lib/core/copy/read-copy';
import { emptyCopyWorld, paperOf, readMade } from '../../harness/copy-world';
import { DATA } from '../core/backup/sample';
import { restoreBackup } from './restore-here';

vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => {} }));
vi.unmock('@/lib/app/second-copy');
vi.unmock('@/lib/app/check-copy');
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));

const { local, session } = browser.storage;
const readText = async () => JSON.stringify(await local.get());

/** The copy after the undo of a restore has emptied heaps of it. */
beforeEach(async () => {
  await emptyCopyWorld();
  await setFlag(paperOf(1), 'starred', true);
  await checkCopy();
  const { group } = await restoreBackup({ made: 0, app: '0.1.0', data: DATA });
  await writeCopy();
  expect(await readText()).toContain('twice');
  await undoGroup(group);
  await writeCopy();
});

it('keeps the texts of heaps that have no rows any more as long as the last generation but one names them', async () => {
  const [last] = readManifests(await local.get()).manifests;
  await local.set({ [toManifestKey(last?.slot ?? 0)]: 'damaged' });
  const before = readCopy(await local.get());
  expect(before).toMatchObject({ refused: [], rows: { topics: [{ name: 'Agents' }] } });
});

it('deletes them with the next change, and goes on being whole', async () => {
  await saveSetting('density', 'compact');
  await writeCopy();
  expect(await readText()).not.toContain('twice');
  expect(await readText()).not.toContain('survey');
  const { database, copy } = await readMade();
  expect(copy).toEqual(database);
});

it('deletes what no manifest names when both sides are compared, and nothing else', async () => {
  const { manifests } = readManifests(await local.get());
  await local.set({ 'copy-s00-0': 'of a generation long ago', 'another-key': 'not of the copy' });
  await session.clear();
  await checkCopy();
  const items = await local.get();
  expect(items).not.toHaveProperty('copy-s00-0');
  expect(items).toHaveProperty('another-key');
  expect(readManifests(items).manifests).toEqual(manifests);
  for (const { slot } of manifests) {
    const alone = { ...items, [toManifestKey(slot === 0 ? 1 : 0)]: 'damaged' };
    expect(readCopy(alone)?.refused).toEqual([]);
  }
});
