import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { backUpIfDue, backUpNow } from '@/lib/app/back-up';
import { setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { feedDb } from '@/lib/db/feed-database';
import { readMeta } from '@/lib/db/queries/feed-state';
import { userDb } from '@/lib/db/user-database';
import { FakeDownloads, waitForNothing } from '../../harness/fake-downloads';
import { type FakeLocks, installFakeLocks } from '../../harness/fake-locks';

const handed = vi.hoisted(() => vi.fn());
vi.mock('@/lib/browser/save-file', () => ({ saveByLink: handed }));

const DAY_MS = 86_400_000;
const BEGIN = Date.UTC(2026, 10, 26, 8);

let locks: FakeLocks;
let downloads: FakeDownloads;
let allowed: boolean;

beforeEach(async () => {
  locks = installFakeLocks();
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  downloads = new FakeDownloads('chromium');
  waitForNothing();
  allowed = true;
  const paint = async () => undefined;
  Object.assign(browser, {
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint },
    permissions: { contains: async () => allowed },
    downloads: downloads.api,
  });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(BEGIN);
  await saveSetting('backupEvery', 'daily');
  await saveSetting('backupKeep', 3);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

let papers = 0;
const star = () => setFlag([{ id: String(++papers), title: 'Paper' }], 'starred', true);
/** How many papers each file has in it, in the order of the writing. */
const counts = () => downloads.readAll().map(({ data }) => data.statuses.length);
const names = () => downloads.readAll().map(({ name }) => name);

/** A page opens so many days later. */
async function openAfter(days: number): Promise<void> {
  vi.setSystemTime(Date.now() + days * DAY_MS);
  await backUpIfDue();
}

describe('the backup of the schedule', () => {
  it('is saved once a day where something has changed, and tells itself when it was made', async () => {
    await openAfter(0);
    await openAfter(0.5);
    expect(counts()).toEqual([0]);
    expect(downloads.readAll()[0]).toMatchObject({ made: '2026-11-26T08:00:00.000Z' });
    await openAfter(1);
    expect(counts()).toEqual([0]);
    await star();
    await openAfter(1);
    expect(counts()).toEqual([0, 1]);
    const file = `/home/me/Downloads/Daily Papers/${names()[1]}`;
    expect(await readMeta('backup')).toMatchObject({ last: { file, at: Date.now(), isSaved: true, leftOut: 0 } });
  });

  it('is saved again where the user has deleted the last one, and takes its place', async () => {
    await openAfter(0);
    await star();
    await openAfter(1);
    const [, newest = ''] = names();
    downloads.disk.delete(`Daily Papers/${newest}`);
    await openAfter(1);
    expect(counts()).toEqual([0, 1]);
    expect(names()[1]).toBe(newest);
  });

  it('is saved once, however many pages open at the same moment', async () => {
    await Promise.all([backUpIfDue(), backUpIfDue(), backUpIfDue()]);
    expect(counts()).toHaveLength(1);
  });

  it('has a name of its own profile, which another one with the same folder does not overwrite', async () => {
    await openAfter(0);
    for (const db of [feedDb, userDb]) for (const table of db.tables) await table.clear();
    await saveSetting('backupEvery', 'daily');
    await star();
    await openAfter(1);
    expect(counts()).toEqual([0, 1]);
    expect(names().map((name) => name.replace(/-[0-9a-f]{8}-/, '-profile-'))).toEqual([
      'daily-papers-backup-profile-1.json',
      'daily-papers-backup-profile-1.json',
    ]);
  });

  it('deletes the oldest where fewer are to be kept, and overwrites no name again that it could not delete', async () => {
    await saveSetting('backupKeep', 7);
    const makeOne = async () => {
      await star();
      await openAfter(1);
    };
    for (let day = 0; day < 7; day++) await makeOne();
    const all = names();
    // Forgotten by the browser, as by Firefox at its end.
    await downloads.api.erase({ id: 2 });
    await saveSetting('backupKeep', 3);
    await makeOne();
    expect(names()).toEqual([all[1], all[5], all[6], all[0]]);
    await saveSetting('backupKeep', 7);
    const left = downloads.disk.get(`Daily Papers/${all[1]}`);
    for (let day = 0; day < 12; day++) await makeOne();
    expect(downloads.disk.get(`Daily Papers/${all[1]}`)).toBe(left);
    expect(names()).toHaveLength(8);
  });

  it('fails in words, and is not tried at every opening', async () => {
    await openAfter(0);
    await star();
    downloads.error = 'FILE_NO_SPACE';
    const download = vi.spyOn(downloads.api, 'download');
    await openAfter(1);
    await openAfter(0.01);
    expect(download).toHaveBeenCalledTimes(1);
    expect(await readMeta('backup')).toMatchObject({
      failure: { words: 'There is no room left on the disk.' },
      last: { at: BEGIN },
    });
    downloads.error = undefined;
    await openAfter(0.1);
    expect(await readMeta('backup')).not.toHaveProperty('failure');
    expect(counts()).toEqual([0, 1]);
  });

  it('is not held up by a clock that was ahead', async () => {
    vi.setSystemTime(BEGIN + 400 * DAY_MS);
    await backUpIfDue();
    vi.setSystemTime(BEGIN);
    await star();
    await backUpIfDue();
    expect(counts()).toEqual([0, 1]);
  });

  it('does nothing without the permission, or when it is off', async () => {
    allowed = false;
    await openAfter(0);
    allowed = true;
    await saveSetting('backupEvery', 'off');
    await openAfter(30);
    expect(counts()).toEqual([]);
    expect(await readMeta('backup')).toBeUndefined();
  });
});

describe('a backup of the schedule that leaves damaged rows out', () => {
  const damage = () => userDb.topics.put({ id: 'x', name: 5 } as never);
  const makeOne = async () => {
    await star();
    await openAfter(1);
  };

  it('overwrites no file that is the last whole one, until there is another', async () => {
    for (let day = 0; day < 3; day++) await makeOne();
    const whole = counts()[2] ?? 0;
    await damage();
    for (let day = 1; day <= 5; day++) {
      await makeOne();
      expect(counts()).toContain(whole);
      expect(counts().at(-1)).toBe(whole + day);
      expect(counts()).toHaveLength(3);
    }
    await userDb.topics.delete('x');
    for (let day = 6; day <= 8; day++) await makeOne();
    expect(counts()).toEqual([whole + 6, whole + 7, whole + 8]);
  });

  it('deletes it neither where fewer are to be kept', async () => {
    await saveSetting('backupKeep', 7);
    await makeOne();
    const [whole] = counts();
    await damage();
    for (let day = 0; day < 6; day++) await makeOne();
    await saveSetting('backupKeep', 3);
    await makeOne();
    expect(counts()[0]).toBe(whole);
    expect(counts()).toHaveLength(3);
  });

  it('is followed by a whole one as soon as nothing is damaged, also where the rest is the same', async () => {
    await damage();
    await openAfter(0);
    expect(await readMeta('backup')).toMatchObject({ last: { leftOut: 1 } });
    await userDb.topics.delete('x');
    await openAfter(1);
    expect(await readMeta('backup')).toMatchObject({ last: { leftOut: 0 } });
    expect(counts()).toHaveLength(2);
  });
});

describe('a backup by hand', () => {
  it('goes into the folder under a name that tells when, and none ever overwrites another', async () => {
    const { file } = await backUpNow();
    expect(file).toBe('/home/me/Downloads/Daily Papers/daily-papers-backup-2026-11-26-080000.json');
    expect((await backUpNow()).file).not.toBe(file);
    expect(counts()).toHaveLength(2);
  });

  it('is handed over as a link where files may be saved, but the page was open before that', async () => {
    Object.assign(browser, { downloads: undefined });
    expect(await backUpNow()).toMatchObject({ isSaved: false, file: 'daily-papers-backup-2026-11-26-080000.json' });
    expect(handed).toHaveBeenCalledOnce();
  });
});

describe.each(['firefox', 'chromium'] as const)('a backup of the schedule that is broken off in %s', (name) => {
  beforeEach(async () => {
    downloads = new FakeDownloads(name);
    Object.assign(browser, { downloads: downloads.api });
    for (let day = 0; day < 3; day++) {
      await star();
      await openAfter(1);
    }
    await star();
  });

  it('costs the oldest file at most, however often, and the last three are there after the next', async () => {
    const newest = counts().slice(1);
    downloads.error = 'FILE_NO_SPACE';
    for (let day = 0; day < 5; day++) {
      await openAfter(1);
      expect(counts().slice(-2)).toEqual(newest);
    }
    downloads.error = undefined;
    await openAfter(1);
    expect(counts()).toEqual([...newest, (newest[1] ?? 0) + 1]);
  });

  /** A page opens, and ends while it saves. */
  async function openAndDie(): Promise<void> {
    vi.setSystemTime(Date.now() + DAY_MS);
    downloads.dies = true;
    const download = vi.spyOn(downloads.api, 'download');
    void backUpIfDue();
    await vi.waitFor(() => expect(download).toHaveBeenCalled());
    locks.releaseAll();
    downloads.dies = false;
  }

  it.each([
    ['is', undefined],
    ['is not', 'USER_SHUTDOWN'],
  ])('by the end of its page is made by the next one into the same file, which %s whole', async (_, error) => {
    const newest = counts().slice(1);
    downloads.error = error;
    await openAndDie();
    downloads.error = undefined;
    await openAfter(0);
    expect(counts()).toEqual([...newest, (newest[1] ?? 0) + 1]);
  });

  it('leaves no file that nobody knows, where it was the first one', async () => {
    await feedDb.meta.clear();
    downloads.disk.clear();
    await openAndDie();
    await openAfter(0);
    expect(counts()).toHaveLength(1);
  });
});
