import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ensureAlarms } from '@/lib/app/alarms';
import { deleteOwnData } from '@/lib/app/delete-data';
import { markSeen, setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic, deleteTopic, updateTopic } from '@/lib/app/save-topic';
import { undoLast } from '@/lib/app/undo';
import { feedDb } from '@/lib/db/feed-database';
import { FEED_DATABASE, USER_DATABASE, VERSIONS } from '@/lib/db/names';
import { onOutdated, readIsNewer } from '@/lib/db/queries/newer-data';
import { readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { putMeta } from '@/lib/db/writes/feed';
import { createSyncWorld } from '../../harness/sync-world';
import { createTinyFeed } from '../../harness/tiny-feed';
import { RELEASED } from './released-schemas';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const DATABASES = [feedDb, userDb];

/** The rows of both databases. */
async function readAll(): Promise<unknown> {
  return Promise.all(DATABASES.flatMap((db) => db.tables.map(async (table) => [table.name, await table.toArray()])));
}

/** What a later version of the extension leaves behind: the same tables and one more. */
async function upgrade(name: keyof typeof VERSIONS): Promise<void> {
  const db = new Dexie(name);
  const stores = RELEASED[name].at(-1);
  db.version(VERSIONS[name] + 1).stores({ ...stores, later: 'key' });
  await db.open();
  db.close();
}

async function reopen(): Promise<void> {
  for (const db of DATABASES) {
    db.close();
    await db.open();
  }
}

const REFUSED = /newer version of Daily Papers/;

describe('FAULTS 9: an older version finds what a newer one wrote', () => {
  let topicId: string;

  beforeEach(async () => {
    await createSyncWorld({ feed: createTinyFeed('2026-11-18', '2026-11-20'), now: NOW });
    const topic = await createTopic({ name: 'Agents', query: 'agent*' });
    topicId = topic.id;
    await setFlag({ id: 'a', title: 'A' }, 'starred', true);
  });

  describe.each([FEED_DATABASE, USER_DATABASE] as const)('in %s', (name) => {
    it('reads all of it, refuses every change of it in words, and leaves each row as it was', async () => {
      for (const db of DATABASES) db.close();
      await upgrade(name);
      await reopen();
      const before = await readAll();
      expect(await readIsNewer()).toBe(true);
      expect((await readTopics()).map(({ query }) => query)).toEqual(['agent*']);
      const writes: Record<string, (() => Promise<unknown>)[]> = {
        [USER_DATABASE]: [
          () => setFlag({ id: 'b', title: 'B' }, 'later', true),
          () => createTopic({ name: 'More', query: 'more' }),
          () => updateTopic(topicId, { query: 'other' }),
          () => deleteTopic(topicId),
          () => saveSetting('theme', 'dark'),
          () => undoLast('all'),
          () => deleteOwnData(),
        ],
        [FEED_DATABASE]: [() => markSeen(['x']), () => putMeta({ wanted: ['2026-11-18'] })],
      };
      for (const write of writes[name] ?? []) await expect(write(), String(write)).rejects.toThrow(REFUSED);
      await reopen();
      expect(await readAll()).toEqual(before);
    });

    it('asks the feed for nothing, and no alarm rings for it', async () => {
      const world = await createSyncWorld({ feed: createTinyFeed('2026-11-18', '2026-11-20'), now: NOW });
      await ensureAlarms(NOW);
      expect((await fakeBrowser.alarms.getAll()).map((alarm) => alarm.name)).toContain('sync');
      for (const db of DATABASES) db.close();
      await upgrade(name);
      await reopen();
      expect(await world.sync('hand')).toEqual({ kind: 'newer' });
      expect(await world.sync('hand', '2026-11-18')).toEqual({ kind: 'newer' });
      expect(world.standIn.feedRequests()).toEqual([]);
      await ensureAlarms(NOW);
      expect((await fakeBrowser.alarms.getAll()).map((alarm) => alarm.name)).not.toContain('sync');
    });
  });

  it('writes on where the versions are its own', async () => {
    await reopen();
    expect(await readIsNewer()).toBe(false);
    await saveSetting('theme', 'dark');
    expect(await userDb.settings.get('theme')).toMatchObject({ key: 'theme', value: 'dark' });
  });
});

describe('FAULTS 11: the extension is updated while a page of the old version is open', () => {
  beforeEach(() => reopen());
  afterEach(async () => {
    onOutdated(() => undefined);
    for (const db of DATABASES) await db.delete();
  });

  it.each([FEED_DATABASE, USER_DATABASE] as const)(
    'the page lets go of %s at once, for good, and is told',
    async (name) => {
      const told = vi.fn();
      onOutdated(told);
      told.mockClear();
      await upgrade(name);
      expect(told).toHaveBeenCalledOnce();
      const late = vi.fn();
      onOutdated(late);
      expect(late).toHaveBeenCalledOnce();
      const db = DATABASES.find((one) => one.name === name) as Dexie;
      expect(db.isOpen()).toBe(false);
      const [table] = db.tables;
      // Opened again by itself, the old code would read and write rows of the new kind.
      await expect(table?.count()).rejects.toThrow(/closed/i);
    },
  );
});
