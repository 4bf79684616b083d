import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { backUpIfDue, backUpNow } from '@/lib/app/back-up';
import { setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { FakeDownloads, waitForNothing } from '../../harness/fake-downloads';
import { installFakeLocks } from '../../harness/fake-locks';

const DAY_MS = 86_400_000;

let downloads: FakeDownloads;

async function begin(name: 'firefox' | 'chromium'): Promise<void> {
  installFakeLocks();
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  downloads = new FakeDownloads(name);
  waitForNothing();
  Object.assign(browser, { permissions: { contains: async () => true }, downloads: downloads.api });
  await saveSetting('backupEvery', 'daily');
  await saveSetting('backupKeep', 3);
}

beforeEach(() => {
  const paint = async () => undefined;
  const action = { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint };
  Object.assign(browser, { action });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.UTC(2026, 10, 1, 8));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const star = (day: number) => setFlag([{ id: String(day), title: 'Paper' }], 'starred', true);

/** The browser begins anew, a page opens, and a day goes by. */
async function liveADay(): Promise<void> {
  downloads.restart();
  await backUpIfDue();
  vi.setSystemTime(Date.now() + DAY_MS);
}

/** How many papers each file has in it, in the order of the writing: one more a day. */
const counts = () => downloads.readAll().map(({ data }) => data.statuses.length);

describe.each(['firefox', 'chromium'] as const)('backups of the schedule, a session of %s a day', (name) => {
  beforeEach(() => begin(name));

  it('are the last three after each day, and no file of the user’s is touched', async () => {
    downloads.saveForeign('film.mp4');
    for (let day = 1; day <= 8; day++) {
      await star(day);
      await liveADay();
      expect(counts()).toEqual([day - 2, day - 1, day].filter((count) => count > 0));
    }
    expect(downloads.disk.has('film.mp4')).toBe(true);
  });

  it('make no second file of the same data', async () => {
    for (let day = 1; day <= 3; day++) await liveADay();
    expect(counts()).toEqual([0]);
  });

  it('leave a file saved by hand, whichever number it has', async () => {
    for (let day = 1; day <= 3; day++) {
      await star(day);
      await liveADay();
    }
    downloads.restart();
    await star(4);
    const hand = await backUpNow();
    await backUpIfDue();
    vi.setSystemTime(Date.now() + DAY_MS);
    for (let day = 5; day <= 8; day++) {
      await star(day);
      await liveADay();
    }
    expect(counts()).toEqual([4, 6, 7, 8]);
    expect(downloads.readAll()[0]?.name).toBe(hand.file.split('/').at(-1));
  });
});
