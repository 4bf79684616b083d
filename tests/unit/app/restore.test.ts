import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { BrokenOffError } from '@/lib/app/broken-off';
import { setFlag } from '@/lib/app/mark';
import { offerRestore, previewRestore, readBackup } from '@/lib/app/restore-work';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic, deleteTopic, moveTopic } from '@/lib/app/save-topic';
import { undoGroup, undoLast } from '@/lib/app/undo';
import type { Backup } from '@/lib/core/backup/backup';
import { feedDb } from '@/lib/db/feed-database';
import { readMeta } from '@/lib/db/queries/feed-state';
import { readLastAction } from '@/lib/db/queries/journal';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { installFakeLocks } from '../../harness/fake-locks';
import { DATA, toBytes, toText } from '../core/backup/sample';
import { breakOffBehind, restoreBackup } from './restore-here';

const BACKUP: Backup = { made: 0, app: '0.1.0', data: DATA };
const OLDER = '2611.00001';

/** Every row of what the user made, to the moment; and of the feed. */
async function readRows() {
  const tables = [userDb.statuses, userDb.topics, userDb.settings, ...feedDb.tables];
  return Promise.all(tables.map(async (table) => [table.name, await table.toArray()]));
}

beforeEach(async () => {
  installFakeLocks();
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  const paint = async () => undefined;
  Object.assign(browser, {
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint, setBadgeTextColor: paint },
  });
});

afterEach(() => vi.restoreAllMocks());

describe('a backup', () => {
  it('brings everything back into an empty profile, and one undo leaves it as empty as before', async () => {
    const result = await readBackup(toBytes(await toText()));
    if (!result.ok) throw new Error(result.problem);
    const before = await readRows();
    const { group, count, words } = await restoreBackup(result.backup);
    expect([count, words]).toEqual([5, 'A backup was restored (5 changes).']);
    expect(await readTopics()).toMatchObject([{ name: 'Agents', query: 'agent* -survey' }]);
    expect((await readSettings()).settings).toMatchObject({ theme: 'dark', density: 'comfortable' });
    expect(await userDb.statuses.get(OLDER)).toMatchObject({ starredSince: 5, note: DATA.statuses[0]?.note });
    expect(await readLastAction('all')).toMatchObject({ group, words });
    expect(await undoGroup(group)).toMatchObject({ count: 5, words: 'Taken back: a backup was restored (5 changes).' });
    expect(await readRows()).toEqual(before);
    expect(await undoLast('all')).toBeUndefined();
  });

  it('merges: what is newer here stays, what is newer there comes, and undo puts back even the times', async () => {
    await userDb.statuses.put({ paperId: OLDER, title: 'Agents', starred: { value: false, at: 4 } });
    await userDb.settings.put({ key: 'theme', value: 'light', at: 10 });
    await userDb.topics.put({ ...DATA.topics[0], name: 'Mine', times: { name: 9 }, updatedAt: 2 } as never);
    const before = await readRows();
    const { kinds } = await previewRestore(BACKUP);
    expect(
      kinds.map(({ fresh, equal, different }) => [
        fresh.map(({ name }) => name),
        equal,
        different.map(({ name }) => name),
      ]),
    ).toEqual([
      [[], 1, ['Agents']],
      [[], 0, ['Mine']],
      [[], 1, ['theme']],
    ]);
    const { group } = await restoreBackup(BACKUP);
    expect(await userDb.statuses.get(OLDER)).toMatchObject({ starred: { value: true, at: 5 } });
    expect(await readTopics()).toMatchObject([{ name: 'Mine', query: 'agent* -survey' }]);
    expect((await readSettings()).settings.theme).toBe('light');
    await undoGroup(group);
    expect(await readRows()).toEqual(before);
  });

  it('shows both values with their times, and who wins', async () => {
    await saveSetting('theme', 'light');
    await userDb.statuses.put({ paperId: OLDER, note: { value: 'old', at: 2 } });
    const { kinds, changing } = await previewRestore(BACKUP);
    expect(kinds[0]?.different[0]?.differences).toContainEqual({
      field: 'note',
      mine: { words: '“old”', at: 2 },
      theirs: { words: '“read “twice” \\ 𝔘”', at: 6 },
      winner: 'theirs',
    });
    expect(kinds[2]?.different[0]?.differences).toMatchObject([
      { mine: { words: 'Light' }, theirs: { words: 'Dark', at: 9 }, winner: 'mine' },
    ]);
    expect(changing).toBe(2);
  });

  it('restored again changes nothing, and is no action', async () => {
    await restoreBackup(BACKUP);
    const before = await readRows();
    expect(await restoreBackup(BACKUP)).toMatchObject({ count: 0 });
    expect(await previewRestore(BACKUP)).toMatchObject({ changing: 0, writing: 0 });
    expect(await readRows()).toEqual(before);
  });

  it('brings no topic back that was deleted after it was made', async () => {
    await restoreBackup(BACKUP);
    await deleteTopic(DATA.topics[0]?.id as string);
    await restoreBackup(BACKUP);
    expect(await readTopics()).toEqual([]);
  });

  it('undone leaves what was changed since: that is work of its own', async () => {
    const { group } = await restoreBackup(BACKUP);
    await setFlag([{ id: OLDER, title: 'Agents' }], 'starred', false);
    await setFlag([{ id: OLDER, title: 'Agents' }], 'read', true);
    expect(await undoGroup(group)).toMatchObject({ words: expect.stringMatching(/^Taken back in part/) });
    const status = await userDb.statuses.get(OLDER);
    expect(status).toMatchObject({ starred: { value: false }, read: { value: true } });
    expect(status?.note).toBeUndefined();
    expect(await readTopics()).toEqual([]);
  });

  it('makes its settings take effect', async () => {
    const setBadgeText = vi.spyOn(browser.action, 'setBadgeText');
    await restoreBackup({ ...BACKUP, data: { ...DATA, settings: [{ key: 'showBadge', value: false, at: 9 }] } });
    expect(setBadgeText).toHaveBeenLastCalledWith({ text: '' });
  });
});

describe('a backup that was broken off behind its last write', () => {
  it('has its settings take effect', async () => {
    await feedDb.meta.put({ key: 'schedule', value: { nextDueAt: 5, failures: 0 } } as never);
    const settings = [{ key: 'syncEveryMin', value: 0, at: 9 }];
    await expect(breakOffBehind({ ...BACKUP, data: { ...DATA, settings } })).rejects.toThrow(BrokenOffError);
    expect((await readSettings()).settings.syncEveryMin).toBe(0);
    expect(await readMeta('schedule')).toMatchObject({ nextDueAt: null });
  });
});

describe('a backup that can’t be compared with what is here', () => {
  it('is refused in words', async () => {
    vi.spyOn(userDb.statuses, 'bulkGet').mockRejectedValue(new DOMException('Broken.', 'UnknownError'));
    const { offer, backup } = await offerRestore(new Blob([await toText()]));
    expect(offer).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/^What you made can’t be read here, to be compared with the file \(.*Broken\)\.$/),
    });
    expect(backup).toBeUndefined();
  });
});

describe('the undo of a backup', () => {
  const READ = { id: OLDER, title: 'Agents' };
  const OTHER = { id: '2611.00099', title: 'Other' };
  const SCOPES = ['papers', 'topics', 'settings', 'popup'] as const;

  it('is its own: neither the popup nor a section of settings or topics takes it back', async () => {
    const { group, words } = await restoreBackup(BACKUP);
    for (const scope of SCOPES) expect(await undoLast(scope)).toBeUndefined();
    expect(await readTopics()).toHaveLength(1);
    expect(await readLastAction('restore')).toMatchObject({ group, words });
    expect(await undoLast('restore')).toMatchObject({ words: 'Taken back: a backup was restored (5 changes).' });
    expect(await readTopics()).toEqual([]);
    expect(await undoLast('restore')).toBeUndefined();
  });

  it('is found after what was done since, of which the popup takes back that and no more', async () => {
    await setFlag(OTHER, 'later', true);
    const { group } = await restoreBackup(BACKUP);
    await setFlag(OTHER, 'starred', true);
    expect(await undoLast('popup')).toMatchObject({ words: 'Taken back: starred “Other”.' });
    expect(await undoLast('popup')).toBeUndefined();
    expect(await userDb.statuses.get(OTHER.id)).toMatchObject({ later: { value: true }, starred: { value: false } });
    expect(await readLastAction('restore')).toMatchObject({ group });
    await undoLast('restore');
    expect(await undoLast('popup')).toMatchObject({ words: 'Taken back: kept “Other” for later.' });
  });

  it('is not asked for again where a part stays: that goes with what was done since', async () => {
    const before = await readRows();
    await restoreBackup(BACKUP);
    await setFlag(READ, 'starred', false);
    expect(await undoLast('restore')).toMatchObject({ words: expect.stringMatching(/^Taken back in part/) });
    expect(await readLastAction('restore')).toBeUndefined();
    expect(await undoLast('popup')).toMatchObject({ words: 'Taken back: removed the star from “Agents”.' });
    expect(await readLastAction('popup')).toMatchObject({ words: 'A backup was restored (1 change).' });
    await undoLast('popup');
    const { starred } = (await userDb.statuses.get(OLDER)) ?? {};
    expect(starred?.value ?? false).toBe(false);
    expect((await readRows()).slice(1)).toEqual(before.slice(1));
  });
});

describe('a backup that is restored again after it was taken back', () => {
  const readAlive = async () => (await readTopics()).map(({ name }) => name).sort();

  it('brings its topics again, though they were moved in between', async () => {
    const { group } = await restoreBackup(BACKUP);
    const mine = await createTopic({ name: 'Mine', query: 'mine' });
    await moveTopic(mine.id, 0);
    expect(await undoGroup(group)).toMatchObject({ words: 'Taken back: a backup was restored (5 changes).' });
    expect(await readAlive()).toEqual(['Mine']);
    await restoreBackup(BACKUP);
    expect(await readAlive()).toEqual(['Agents', 'Mine']);
    while (await undoLast('all'));
    expect(await readAlive()).toEqual([]);
  });

  it('changes a topic again that was moved in between, and is back in its place after the undo of all', async () => {
    const [theirs] = DATA.topics;
    const id = theirs?.id ?? '';
    await userDb.topics.put({
      ...theirs,
      name: 'Before',
      position: theirs?.position,
      times: {},
      updatedAt: 0,
    } as never);
    const other = await createTopic({ name: 'Other', query: 'x' });
    const before = await userDb.topics.get(id);
    const { group } = await restoreBackup(BACKUP);
    await moveTopic(other.id, 0);
    const { position } = (await userDb.topics.get(id)) ?? {};
    expect(position).not.toBe(before?.position);
    await undoGroup(group);
    expect(await userDb.topics.get(id)).toMatchObject({ name: 'Before', position });
    await restoreBackup(BACKUP);
    expect(await userDb.topics.get(id)).toMatchObject({ name: 'Agents', position });
    await undoLast('restore');
    await undoLast('topics');
    expect(await userDb.topics.get(id)).toMatchObject({ name: 'Before', position: before?.position });
  });

  it('brings the marks again of a paper that was marked otherwise in between', async () => {
    const [theirs] = DATA.statuses;
    const { group } = await restoreBackup(BACKUP);
    await setFlag([{ id: OLDER, title: 'Agents' }], 'later', true);
    await undoGroup(group);
    const taken = await userDb.statuses.get(OLDER);
    expect(taken).toMatchObject({ later: { value: true } });
    expect([taken?.starred, taken?.note]).toEqual([undefined, undefined]);
    await restoreBackup(BACKUP);
    expect(await userDb.statuses.get(OLDER)).toMatchObject({
      later: { value: true },
      starred: theirs?.starred,
      note: theirs?.note,
    });
  });
});

describe('row 26: a restore that fails midway', () => {
  it('changes nothing, whichever write it is that fails', async () => {
    await createTopic({ name: 'Mine', query: 'video' });
    const before = [...(await readRows()), await userDb.journal.toArray(), await userDb.outbox.toArray()];
    const { put, add } = IDBObjectStore.prototype;
    let failed = 0;
    for (let last = 0; ; last++) {
      let writes = 0;
      const refuse = (write: typeof put) =>
        function (this: IDBObjectStore, ...row: Parameters<typeof put>) {
          if (writes++ === last) throw new DOMException('The disk is full.', 'QuotaExceededError');
          return write.apply(this, row);
        };
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse(put));
      vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse(add));
      const work = restoreBackup(BACKUP).then(
        () => 'done',
        () => 'refused',
      );
      const result = await work;
      vi.restoreAllMocks();
      if (result === 'done') break;
      failed += 1;
      expect([...(await readRows()), await userDb.journal.toArray(), await userDb.outbox.toArray()]).toEqual(before);
    }
    expect(failed).toBeGreaterThanOrEqual(10);
    expect(await readTopics()).toHaveLength(2);
  });
});
