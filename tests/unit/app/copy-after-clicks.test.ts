import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { beginNewCopy, checkCopy } from '@/lib/app/check-copy';
import { setFlag } from '@/lib/app/mark';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic, updateTopic } from '@/lib/app/save-topic';
import { writeCopy } from '@/lib/app/second-copy';
import { undoGroup } from '@/lib/app/undo';
import { readNotices } from '@/lib/browser/copy-notice';
import { userDb } from '@/lib/db/user-database';
import { emptyCopyWorld, loseDatabase, makeAndCopy, paperOf, readMade } from '../../harness/copy-world';
import { DATA } from '../core/backup/sample';
import { restoreBackup } from './restore-here';

const badge = vi.hoisted(() => ({ counted: 0 }));
vi.mock('@/lib/app/refresh-badge', () => ({ refreshBadge: async () => void badge.counted++ }));
vi.unmock('@/lib/app/second-copy');
vi.unmock('@/lib/app/check-copy');
vi.mock('@/lib/app/after-user-write', () => ({ afterUserWrite: async () => {}, copySoon: () => {} }));

const { local, session } = browser.storage;
const BACKUP = { made: 0, app: '0.1.0', data: DATA };

beforeEach(emptyCopyWorld);

describe('a click in a database that has lost what the copy has, before the check', () => {
  it('on a topic costs no topic', async () => {
    await makeAndCopy();
    await loseDatabase();
    await createTopic({ name: 'Made since', query: 'x' });
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { papers: 3, topics: 2, settings: 2 } });
    const { database, copy } = await readMade();
    expect(database.topics).toEqual(['Agents', 'Made since', 'Video']);
    expect(copy).toEqual(database);
  });

  it('on a setting costs no setting, and the newer choice stays', async () => {
    await makeAndCopy();
    await loseDatabase();
    await saveSetting('theme', 'light');
    await checkCopy();
    const { database, copy } = await readMade();
    expect(database.settings).toEqual(['keepDays', 'theme']);
    expect((await userDb.settings.get('theme'))?.value).toBe('light');
    expect(copy).toEqual(database);
  });

  it('on a paper costs not the note on it', async () => {
    const { id } = paperOf(1);
    await userDb.statuses.put({ paperId: id, note: { value: 'read twice', at: 5 }, tags: { value: ['ml'], at: 5 } });
    await checkCopy();
    await loseDatabase();
    await setFlag(paperOf(1), 'starred', true);
    await checkCopy();
    expect(await userDb.statuses.get(id)).toMatchObject({
      starred: { value: true },
      note: { value: 'read twice' },
      tags: { value: ['ml'] },
    });
  });
});

describe('a click that is copied before the check', () => {
  it('in a database that is gone does not bring everything back without a word', async () => {
    await makeAndCopy();
    await loseDatabase();
    await setFlag(paperOf(7), 'starred', true);
    await writeCopy();
    expect(await checkCopy()).toMatchObject({ kind: 'restored', restored: { papers: 3, topics: 2, settings: 2 } });
    const { database, copy } = await readMade();
    expect(database.papers).toEqual([1, 2, 3, 7].map((n) => paperOf(n).id));
    expect(copy).toEqual(database);
  });

  it.each([
    ['damaged', () => local.set({ 'copy-manifest-0': 'x', 'copy-manifest-1': 'x' })],
    ['emptied', () => local.clear()],
  ])('writes nothing over a copy that is %s where the database is gone, and hides no loss', async (_name, damage) => {
    await makeAndCopy();
    await loseDatabase();
    await damage();
    const before = await local.get();
    await setFlag(paperOf(7), 'starred', true);
    await createTopic({ name: 'Made since', query: 'x' });
    await writeCopy();
    expect(await local.get()).toEqual(before);
    expect(await checkCopy()).toEqual({ kind: 'lost' });
    expect(await local.get()).toEqual(before);
    await beginNewCopy();
    const { database, copy } = await readMade();
    expect(copy).toEqual(database);
    expect(database).toMatchObject({ papers: [paperOf(7).id], topics: ['Made since'] });
    expect(await checkCopy()).toEqual({ kind: 'fine' });
  });

  it('is no loss where the first copy of all was cut off', async () => {
    await setFlag(paperOf(1), 'starred', true);
    const set = local.set.bind(local);
    const dying = vi.spyOn(local, 'set').mockImplementation(async (items) => {
      if ('copy-manifest-0' in items) throw new Error('killed');
      await set(items);
    });
    await writeCopy().catch(() => undefined);
    dying.mockRestore();
    expect(Object.keys(await local.get())).toHaveLength(1);
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect((await readMade()).copy.papers).toEqual([paperOf(1).id]);
  });

  it('says what it had to bring back, and has it counted on the badge', async () => {
    await makeAndCopy();
    await userDb.topics.clear();
    await createTopic({ name: 'Made since', query: 'x' });
    badge.counted = 0;
    await writeCopy();
    expect(readNotices()).toMatchObject([{ kind: 'restored', restored: { papers: 0, topics: 2, isPartial: false } }]);
    expect(badge.counted).toBe(1);
  });
});

describe('a click on a table that was emptied while the rest of the database is whole', () => {
  it.each([
    ['a new topic', () => userDb.topics.clear(), () => createTopic({ name: 'Made since', query: 'x' })],
    ['a setting', () => userDb.settings.clear(), () => saveSetting('density', 'compact')],
    ['a paper', () => userDb.statuses.clear(), () => setFlag(paperOf(2), 'later', true)],
  ])('loses nothing of the copy: %s', async (_what, lose, click) => {
    await makeAndCopy();
    const before = await readMade();
    await lose();
    await click();
    await writeCopy();
    const { database, copy } = await readMade();
    expect([...database.topics, ...database.settings, ...database.papers]).toEqual(
      expect.arrayContaining([...before.database.topics, ...before.database.settings, ...before.database.papers]),
    );
    expect(copy).toEqual(database);
    expect(await userDb.statuses.get(paperOf(2).id)).toMatchObject({ starred: { value: true } });
  });
});

describe('what differs because of what was not copied yet', () => {
  it('of topics without times of their own, and of papers with other words in the feed, is no loss', async () => {
    await setFlag(paperOf(1), 'starred', true);
    const topic = await createTopic({ name: 'Agents', query: 'agents' });
    const { times: _times, ...plain } = await createTopic({ name: 'Video', query: 'video' });
    await userDb.topics.put(plain);
    await checkCopy();
    await session.clear();
    await updateTopic(topic.id, { query: 'agent*' });
    await setFlag({ ...paperOf(1), title: 'A lesser title' }, 'later', true);
    expect(await checkCopy()).toEqual({ kind: 'fine' });
    expect((await userDb.statuses.get(paperOf(1).id))?.title).toBe('A lesser title');
    expect((await userDb.topics.get(topic.id))?.query).toBe('agent*');
  });

  it('is not dropped from the copy where it is damaged in the database, by an edit beside it', async () => {
    const [damaged, sound] = [
      await createTopic({ name: 'A', query: 'a' }),
      await createTopic({ name: 'B', query: 'b' }),
    ];
    await saveSetting('theme', 'dark');
    await checkCopy();
    await userDb.topics.put({ ...damaged, query: 5 } as never);
    await userDb.settings.put({ key: 'theme', value: 'dark', at: 'never' } as never);
    await updateTopic(sound.id, { query: 'bb' });
    await saveSetting('density', 'compact');
    await writeCopy();
    expect((await readMade()).copy).toMatchObject({ topics: ['A', 'B'], settings: ['density', 'theme'] });
    await session.clear();
    await checkCopy();
    expect((await userDb.topics.get(damaged.id))?.query).toBe('a');
    expect((await userDb.topics.get(sound.id))?.query).toBe('bb');
  });

  it.each([
    ['quickly', () => writeCopy()],
    ['at the next start', () => session.clear().then(() => checkCopy())],
  ])('stays undone where it was the undo of a restore, written %s', async (_name, follow) => {
    const theme = { key: 'theme', value: 'light', at: 1 };
    await userDb.settings.put(theme);
    await createTopic({ name: 'Mine', query: 'x' });
    await checkCopy();
    const before = await readMade();
    const { group } = await restoreBackup(BACKUP);
    await writeCopy();
    expect((await readMade()).copy).toMatchObject({ topics: ['Agents', 'Mine'], settings: ['density', 'theme'] });
    await undoGroup(group);
    // Changed again before anybody has copied the undo.
    await setFlag(paperOf(9), 'starred', true);
    await follow();
    const { database, copy } = await readMade();
    expect(database).toEqual({ ...before.database, papers: [paperOf(9).id] });
    expect(await userDb.settings.get('theme')).toEqual(theme);
    expect(copy).toEqual(database);
    expect((await userDb.outbox.toArray()).map(({ key }) => key)).toEqual(['written']);
  });
});
