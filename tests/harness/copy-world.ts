import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { checkCopy } from '@/lib/app/check-copy';
import { setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic } from '@/lib/app/save-topic';
import { readCopy } from '@/lib/core/copy/read-copy';
import type { UserRows } from '@/lib/core/copy/shards';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { makePaper } from '../components/make-paper';
import { installFakeLocks } from './fake-locks';

/*
 * Both databases and the three places beside them in which the second copy stands. A test that uses it lets `writeCopy`
 * and `checkCopy` be what they are, and says itself when the copy is written.
 */

/** The paper of this number. */
export const paperOf = (n: number) => makePaper({ id: `2611.${10_000 + n}`, title: `Paper ${n}` });

/** As at the installation. */
export async function emptyCopyWorld(): Promise<void> {
  vi.restoreAllMocks();
  installFakeLocks();
  const small = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    clear: () => small.clear(),
    setItem: (key: string, value: string) => void small.set(key, value),
    getItem: (key: string) => small.get(key) ?? null,
    removeItem: (key: string) => void small.delete(key),
  });
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}

/** Three starred papers, two topics and two settings, copied. */
export async function makeAndCopy(): Promise<void> {
  await setFlag([paperOf(1), paperOf(2), paperOf(3)], 'starred', true);
  await createTopic({ name: 'Agents', query: 'agents' });
  await createTopic({ name: 'Video', query: 'video' });
  await saveSetting('theme', 'dark');
  await saveSetting('keepDays', 365);
  await checkCopy();
}

/** As after a restart of the browser, with a database in the place of one that is gone. */
export async function loseDatabase(): Promise<void> {
  await userDb.delete();
  await userDb.open();
  await browser.storage.session.clear();
}

/** What a user would see of the database, and of what the copy holds. */
export async function readMade() {
  const [statuses, topics, settings] = [userDb.statuses, userDb.topics, userDb.settings];
  const database = toNames({
    statuses: await statuses.toArray(),
    topics: await topics.toArray(),
    settings: await settings.toArray(),
  });
  const copy = readCopy(await browser.storage.local.get());
  return { database, copy: toNames(copy?.rows ?? { statuses: [], topics: [], settings: [] }) };
}

function toNames({ statuses, topics, settings }: UserRows) {
  return {
    papers: statuses.map(({ paperId }) => paperId).sort(),
    topics: topics.map(({ name }) => name).sort(),
    settings: settings.map(({ key }) => key).sort(),
  };
}
