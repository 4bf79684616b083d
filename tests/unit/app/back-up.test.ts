import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { backUpIfDue } from '@/lib/app/back-up';
import { setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { feedDb } from '@/lib/db/feed-database';
import { readMeta } from '@/lib/db/queries/feed-state';
import { userDb } from '@/lib/db/user-database';
import { type FakeLocks, installFakeLocks } from '../../harness/fake-locks';

const DAY_MS = 86_400_000;
const BEGIN = Date.UTC(2026, 10, 26, 8);

interface File {
  id: number;
  filename: string;
  byExtensionId: string;
  exists: boolean;
  state: string;
  fileSize: number;
  error?: string;
}

let locks: FakeLocks;
/** The browser's downloads. */
let files: File[];
let allowed: boolean;
/** What becomes of the next download. */
let ending: { state: string; error?: string };

beforeEach(async () => {
  locks = installFakeLocks();
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  files = [{ id: 1, filename: 'film.mp4', byExtensionId: 'other', exists: true, state: 'complete', fileSize: 9 }];
  allowed = true;
  ending = { state: 'complete' };
  const paint = async () => undefined;
  Object.assign(browser, {
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint },
    permissions: { contains: async () => allowed },
    downloads: {
      download: async ({ filename }: { filename: string }) => {
        const id = files.length + 1;
        files.push({ id, filename, byExtensionId: browser.runtime.id, exists: true, fileSize: 100, ...ending });
        return id;
      },
      search: async ({ id }: { id: number }) => files.filter((file) => file.id === id),
      removeFile: async (id: number) => {
        const file = files.find((one) => one.id === id);
        if (!file?.exists) throw new Error('no such file');
        file.exists = false;
      },
      erase: async () => [],
    },
  });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(BEGIN);
  await saveSetting('backupEvery', 'daily');
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let papers = 0;
const star = () => setFlag([{ id: String(++papers), title: 'Paper' }], 'starred', true);
const there = () => files.filter(({ exists, byExtensionId }) => exists && byExtensionId === browser.runtime.id);

/** A page opens so many days later. */
async function openAfter(days: number): Promise<void> {
  vi.setSystemTime(Date.now() + days * DAY_MS);
  await backUpIfDue();
}

describe('the backup of the schedule', () => {
  it('is saved once a day where something has changed, under a name that tells when', async () => {
    await openAfter(0);
    await openAfter(0.5);
    expect(there().map(({ filename }) => filename)).toEqual([
      'Daily Papers/daily-papers-backup-2026-11-26-080000.json',
    ]);
    await openAfter(1);
    expect(there()).toHaveLength(1);
    await star();
    await openAfter(1);
    expect(there()).toHaveLength(2);
    expect(await readMeta('backup')).toMatchObject({ last: { file: there()[1]?.filename, bytes: 100, isSaved: true } });
  });

  it('is saved again where the user has deleted the last one', async () => {
    await openAfter(0);
    for (const file of files) file.exists = false;
    await openAfter(1);
    expect(there()).toHaveLength(1);
  });

  it('is saved once, however many pages open at the same moment', async () => {
    await Promise.all([backUpIfDue(), backUpIfDue(), backUpIfDue()]);
    expect(there()).toHaveLength(1);
  });

  it('leaves the last ones and removes the oldest, and no file that is not its own', async () => {
    await saveSetting('backupKeep', 3);
    for (let day = 0; day < 6; day++) {
      await star();
      await openAfter(1);
    }
    expect(there().map(({ id }) => id)).toEqual([5, 6, 7]);
    // The browser has counted its downloads anew: a number is somebody else's now.
    const stranger = files.find(({ id }) => id === 5);
    Object.assign(stranger ?? {}, { byExtensionId: 'other' });
    await star();
    await openAfter(1);
    expect(stranger?.exists).toBe(true);
    expect(files[0]?.exists).toBe(true);
  });

  it('fails in words, leaves what was saved before, and is not tried at every opening', async () => {
    await openAfter(0);
    await star();
    ending = { state: 'interrupted', error: 'FILE_NO_SPACE' };
    await openAfter(1);
    await openAfter(0.01);
    expect(files.filter(({ state }) => state === 'interrupted')).toHaveLength(1);
    expect(await readMeta('backup')).toMatchObject({ failure: { words: 'There is no room left on the disk.' } });
    expect(await readMeta('backup')).toMatchObject({ kept: [2], last: { at: BEGIN } });
    ending = { state: 'complete' };
    await openAfter(0.1);
    expect(await readMeta('backup')).not.toHaveProperty('failure');
    expect(await readMeta('backup')).toMatchObject({ kept: [2, 4] });
  });

  it('is held up neither by a clock that was ahead nor by a page that died while it was saved', async () => {
    vi.setSystemTime(BEGIN + 400 * DAY_MS);
    await backUpIfDue();
    vi.setSystemTime(BEGIN);
    await star();
    await backUpIfDue();
    expect(there()).toHaveLength(2);
  });

  it.each(['complete', 'interrupted'])('knows a file again whose page died while it was saved (%s)', async (state) => {
    await saveSetting('backupKeep', 3);
    // The page never hears of its end.
    vi.spyOn(browser.downloads, 'search').mockReturnValueOnce(new Promise<never>(() => undefined) as never);
    void backUpIfDue();
    await vi.waitFor(async () => expect(await readMeta('backup')).toMatchObject({ kept: [2] }));
    locks.releaseAll();
    Object.assign(files[1] ?? {}, { state, exists: state === 'complete' });
    const days = state === 'complete' ? 2 : 3;
    for (let day = 0; day < days; day++) {
      await star();
      await openAfter(1);
    }
    expect(there()).toHaveLength(3);
    await star();
    await openAfter(1);
    expect(there()).toHaveLength(3);
    expect(files[1]?.exists).toBe(false);
  });

  it('does nothing without the permission, or when it is off', async () => {
    allowed = false;
    await openAfter(0);
    allowed = true;
    await saveSetting('backupEvery', 'off');
    await openAfter(30);
    expect(there()).toEqual([]);
    expect(await readMeta('backup')).toBeUndefined();
  });
});
