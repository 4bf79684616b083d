import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { markSeen, markSeenByHand, setFlag } from '@/lib/app/mark';
import { openPaperLink } from '@/lib/app/open-link';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic, deleteTopic, importTopics, moveTopic, restoreTopic, updateTopic } from '@/lib/app/save-topic';
import { undoGroup, undoLast } from '@/lib/app/undo';
import type { Paper } from '@/lib/core/papers/paper';
import { feedDb } from '@/lib/db/feed-database';
import { readLastAction } from '@/lib/db/queries/journal';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { installFakeLocks } from '../../harness/fake-locks';
import { restoreBackup } from './restore-here';

const [FIRST, SECOND, THIRD] = ['1', '2', '3'].map((id) => ({ id, title: `Paper ${id}` }) as Paper) as [
  Paper,
  Paper,
  Paper,
];

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

const seenIds = async () => (await feedDb.seen.toArray()).map(({ paperId }) => paperId);

describe('one action', () => {
  it('marks many papers, and is undone as a whole', async () => {
    const done = await setFlag([FIRST, SECOND, FIRST], 'read', true);
    expect(done).toMatchObject({ count: 2, words: '2 papers marked as read.' });
    expect(await seenIds()).toEqual(['1', '2']);
    expect(await readLastAction('papers')).toMatchObject({ group: done.group, words: done.words });
    const undone = await undoLast('papers');
    expect(undone).toMatchObject({ group: done.group, count: 2, words: 'Taken back: 2 papers marked as read.' });
    expect((await userDb.statuses.toArray()).map(({ read }) => read?.value)).toEqual([false, false]);
    expect(await seenIds()).toEqual([]);
    expect(await readLastAction('all')).toBeUndefined();
  });

  it('tells one paper by its title', async () => {
    expect((await setFlag(FIRST, 'starred', true)).words).toBe('Starred “Paper 1”.');
    expect((await undoLast('all'))?.words).toBe('Taken back: starred “Paper 1”.');
  });

  it('that changes nothing leaves nothing to undo', async () => {
    await setFlag(FIRST, 'starred', true);
    const again = await setFlag(FIRST, 'starred', true);
    expect(again).toMatchObject({ count: 0, words: 'Nothing changed.' });
    expect(await undoGroup(again.group)).toBeUndefined();
    expect(await markSeenByHand([])).toMatchObject({ count: 0 });
    expect(await userDb.journal.count()).toBe(1);
  });

  it('is undone once', async () => {
    const { group } = await setFlag(FIRST, 'later', true);
    expect(await undoGroup(group)).toBeDefined();
    await setFlag(FIRST, 'later', true);
    expect(await undoGroup(group)).toBeUndefined();
    expect((await userDb.statuses.get('1'))?.later?.value).toBe(true);
  });

  it('gives two quick presses of undo two actions', async () => {
    await setFlag(FIRST, 'starred', true);
    await setFlag(SECOND, 'starred', true);
    await Promise.all([undoLast('papers'), undoLast('papers')]);
    expect((await userDb.statuses.toArray()).map(({ starred }) => starred?.value)).toEqual([false, false]);
  });
});

describe('papers made seen', () => {
  it('by hand are new again, but not those that had been seen before', async () => {
    await markSeen(['1']);
    const done = await markSeenByHand(['1', '2', '3']);
    expect(done).toMatchObject({ count: 2, words: '2 papers marked as seen.' });
    await undoGroup(done.group);
    expect(await seenIds()).toEqual(['1']);
  });

  it('are as before once all is undone, in whatever order', async () => {
    const read = await setFlag(FIRST, 'read', true);
    await setFlag(FIRST, 'dismissed', true);
    await undoGroup(read.group);
    await undoLast('papers');
    expect(await seenIds()).toEqual([]);
  });

  it('leave an undo that takes nothing back after a death between the two databases', async () => {
    await markSeenByHand(['1']);
    await feedDb.seen.clear();
    await feedDb.seen.put({ paperId: '1', at: 7 });
    expect(await undoLast('papers')).toMatchObject({ count: 0 });
    expect(await seenIds()).toEqual(['1']);
  });

  describe('while another page takes the same action back', () => {
    /** Runs `undo` between the two halves of an action: the journal tells of it, the papers are not seen yet. */
    async function markSeenAround(undo: () => Promise<unknown>): Promise<void> {
      const write = vi.spyOn(feedDb, 'transaction').mockImplementationOnce((async (
        ...asked: Parameters<typeof feedDb.transaction>
      ) => {
        await undo();
        return feedDb.transaction(...asked);
      }) as never);
      await markSeenByHand(['1', '2']);
      write.mockRestore();
    }

    it('are new again where it comes between the two databases', async () => {
      await markSeenAround(() => undoLast('papers'));
      expect(await readLastAction('all')).toBeUndefined();
      expect(await seenIds()).toEqual([]);
    });

    it('are new again where it ends after the action', async () => {
      let end = () => {};
      const marked = new Promise<void>((resolve) => {
        end = resolve;
      });
      let undone: Promise<unknown> | undefined;
      await markSeenAround(async () => {
        let hasBegun = () => {};
        const began = new Promise<void>((resolve) => {
          hasBegun = resolve;
        });
        vi.spyOn(userDb, 'transaction').mockImplementationOnce((async (
          ...asked: Parameters<typeof userDb.transaction>
        ) => {
          hasBegun();
          await marked;
          return userDb.transaction(...asked);
        }) as never);
        undone = undoLast('papers');
        await began;
      });
      end();
      await undone;
      vi.restoreAllMocks();
      expect(await readLastAction('all')).toBeUndefined();
      expect(await seenIds()).toEqual([]);
    });
  });

  it('by an opened link are taken back with the link', async () => {
    await openPaperLink(THIRD, 'https://arxiv.org/abs/2611.00003', { background: true });
    expect(await undoLast('all')).toMatchObject({ words: 'Taken back: marked “Paper 3” as read.' });
    expect(await seenIds()).toEqual([]);
  });
});

describe('a write that is refused', () => {
  const full = () => Promise.reject(new DOMException('No room', 'QuotaExceededError'));

  async function expectNothing(): Promise<void> {
    expect((await userDb.statuses.toArray()).filter(({ read }) => read?.value)).toEqual([]);
    expect(await seenIds()).toEqual([]);
    expect(await readLastAction('all')).toBeUndefined();
  }

  it('in the middle of an action changes nothing', async () => {
    const journal = vi.spyOn(userDb.journal, 'bulkAdd').mockImplementation(full as never);
    await expect(setFlag([FIRST, SECOND], 'read', true)).rejects.toThrow();
    journal.mockRestore();
    await expectNothing();
  });

  it('by the other database takes the first half back', async () => {
    const seen = vi.spyOn(feedDb.seen, 'bulkAdd').mockImplementation(full as never);
    await expect(setFlag([FIRST, SECOND], 'read', true)).rejects.toThrow();
    await expect(markSeenByHand(['3'])).rejects.toThrow();
    seen.mockRestore();
    await expectNothing();
    expect(await userDb.journal.count()).toBe(0);
  });

  it('in the middle of an undo leaves the action as it was, and it can be undone later', async () => {
    await setFlag([FIRST, SECOND], 'read', true);
    const before = await feedDb.seen.toArray();
    const statuses = vi.spyOn(userDb.journal, 'bulkPut').mockImplementation(full as never);
    await expect(undoLast('papers')).rejects.toThrow();
    statuses.mockRestore();
    expect(await feedDb.seen.toArray()).toEqual(before);
    expect((await userDb.statuses.get('1'))?.read?.value).toBe(true);
    expect(await undoLast('papers')).toMatchObject({ count: 2 });
    await expectNothing();
  });
});

describe('topics', () => {
  it('lose and regain a query that was typed in many saves with one undo', async () => {
    const { id } = await createTopic({ name: 'Agents', query: 'a' });
    for (const query of ['ag', 'age', 'agent']) await updateTopic(id, { query });
    await updateTopic(id, { colour: 3 });
    expect(await undoLast('topics')).toMatchObject({ words: 'Taken back: the colour of “Agents” changed.' });
    expect(await undoLast('topics')).toMatchObject({ words: 'Taken back: the query of “Agents” changed.' });
    expect((await readTopics())[0]).toMatchObject({ query: 'a', colour: expect.any(Number) });
    expect(await undoLast('topics')).toMatchObject({ words: 'Taken back: topic “Agents” created.' });
    expect(await readTopics()).toEqual([]);
  });

  it('that were typed back to where they began leave nothing to undo', async () => {
    const { id } = await createTopic({ name: 'Agents', query: 'a' });
    await updateTopic(id, { query: 'ag' });
    expect(await updateTopic(id, { query: 'a' })).toMatchObject({ count: 0 });
    expect(await readLastAction('topics')).toMatchObject({ words: 'Topic “Agents” created.' });
  });

  it('come back, go and change order, each in one step', async () => {
    const a = await createTopic({ name: 'A', query: 'a' });
    await createTopic({ name: 'B', query: 'b' });
    const names = async () => (await readTopics()).map(({ name }) => name);
    const moved = await moveTopic(a.id, 1);
    const deleted = await deleteTopic(a.id);
    expect(deleted.words).toBe('Topic “A” deleted.');
    expect(await deleteTopic(a.id)).toMatchObject({ count: 0 });
    await undoGroup(deleted.group);
    expect(await names()).toEqual(['B', 'A']);
    await undoGroup(moved.group);
    expect(await names()).toEqual(['A', 'B']);
    await deleteTopic(a.id);
    await restoreTopic(a.id);
    expect(await restoreTopic(a.id)).toMatchObject({ count: 0 });
    await undoLast('topics');
    expect(await names()).toEqual(['B']);
  });

  it('of a file go as one, but for one that was worked on since', async () => {
    const { id, ...made } = await createTopic({ name: 'Mine', query: 'mine' });
    const incoming = [1, 2].map((i) => ({ ...made, id: `0000000${i}-0000-4000-8000-000000000000`, name: `N${i}` }));
    const done = await importTopics([{ ...made, id, query: 'theirs' }, ...incoming]);
    expect(done).toMatchObject({ count: 3, words: '3 topics imported.' });
    await updateTopic(incoming[1]?.id ?? '', { query: 'worked on' });
    expect(await undoGroup(done.group)).toMatchObject({
      count: 2,
      words: 'Taken back in part: 3 topics imported. What was changed again since stays as it is.',
    });
    expect((await readTopics()).map(({ query }) => query)).toEqual(['mine', 'worked on']);
  });

  it('are not undone with the papers', async () => {
    await setFlag(FIRST, 'starred', true);
    await createTopic({ name: 'A', query: 'a' });
    await undoLast('papers');
    expect(await readTopics()).toHaveLength(1);
    expect(await undoLast('papers')).toBeUndefined();
    expect(await undoLast('all')).toBeDefined();
  });
});

describe('an older action', () => {
  const isStarred = async () => (await userDb.statuses.get('1'))?.starred?.value;

  it('waits for what was done since, and is undone after it', async () => {
    const star = await setFlag(FIRST, 'starred', true);
    await setFlag(FIRST, 'starred', false);
    expect(await undoGroup(star.group)).toMatchObject({
      count: 0,
      words: 'Not taken back: starred “Paper 1”. What it changed was changed again since.',
    });
    await undoLast('papers');
    expect(await isStarred()).toBe(true);
    await undoLast('papers');
    expect(await isStarred()).toBe(false);
    expect(await undoLast('papers')).toBeUndefined();
  });

  it('is not taken for a later one that did the same', async () => {
    const star = await setFlag(FIRST, 'starred', true);
    await setFlag(FIRST, 'starred', false);
    await setFlag(FIRST, 'starred', true);
    await undoGroup(star.group);
    expect(await isStarred()).toBe(true);
    while (await undoLast('all'));
    expect(await isStarred()).toBe(false);
  });

  it('brings a topic back once there is room for it', async () => {
    const { id, ...made } = await createTopic({ name: 'A', query: 'a' });
    await userDb.topics.bulkPut(Array.from({ length: 199 }, (_, i) => ({ ...made, id: `t${i}`, name: `T${i}` })));
    const deleted = await deleteTopic(id);
    const other = await createTopic({ name: 'B', query: 'b' });
    expect((await undoGroup(deleted.group))?.words).toContain('Delete one first.');
    await deleteTopic(other.id);
    expect(await undoGroup(deleted.group)).toMatchObject({ count: 1 });
    expect((await readTopics()).some((topic) => topic.id === id)).toBe(true);
  });

  it('gives a topic its name back once that is free', async () => {
    const { id } = await createTopic({ name: 'A', query: 'a' });
    const deleted = await deleteTopic(id);
    await createTopic({ name: 'A', query: 'b' });
    await undoGroup(deleted.group);
    expect((await readTopics()).map(({ name }) => name)).toEqual(['A 2', 'A']);
    await undoLast('topics');
    expect(await undoLast('topics')).toMatchObject({ words: 'Taken back: topic “A” renamed to “A 2”.' });
    expect((await readTopics()).map(({ name }) => name)).toEqual(['A']);
  });

  it('leaves no number behind where a backup has brought a second topic of the same name', async () => {
    const mine = await createTopic({ name: 'A', query: 'a' });
    const theirs = { ...mine, id: '00000001-0000-4000-8000-000000000000' };
    await restoreBackup({ made: 0, app: '0.1.0', data: { statuses: [], topics: [theirs], settings: [] } });
    await deleteTopic(mine.id);
    await undoLast('topics');
    expect((await readTopics()).map(({ name }) => name)).toEqual(['A', 'A']);
    await undoLast('restore');
    expect((await readTopics()).map(({ name }) => name)).toEqual(['A']);
  });

  it('of many topics keeps the one that was worked on since, for later', async () => {
    const made = await createTopic({ name: 'Mine', query: 'mine' });
    const [one, two] = [1, 2].map((i) => ({ ...made, id: `0000000${i}-0000-4000-8000-000000000000`, name: `N${i}` }));
    const done = await importTopics([one, two] as [typeof made, typeof made]);
    await updateTopic(two?.id ?? '', { query: 'worked on' });
    await undoGroup(done.group);
    await undoLast('topics');
    expect(await readLastAction('topics')).toMatchObject({ words: 'Topic “N2” imported.' });
    await undoLast('topics');
    expect((await readTopics()).map(({ name }) => name)).toEqual(['Mine']);
  });
});

it('undoes in the popup what was done last to papers or topics, and no setting', async () => {
  await setFlag(FIRST, 'starred', true);
  await createTopic({ name: 'A', query: 'a' });
  await saveSetting('theme', 'dark');
  expect(await undoLast('popup')).toMatchObject({ words: 'Taken back: topic “A” created.' });
  expect(await undoLast('popup')).toMatchObject({ words: 'Taken back: starred “Paper 1”.' });
  expect(await undoLast('popup')).toBeUndefined();
});

it('leaves topics of a file alone in the popup: they are taken back where they were taken in', async () => {
  await setFlag(FIRST, 'starred', true);
  const made = await createTopic({ name: 'Mine', query: 'video' });
  await undoGroup((await importTopics([{ ...made, id: '00000001-0000-4000-8000-000000000000', name: 'N' }])).group);
  await importTopics([{ ...made, id: '00000002-0000-4000-8000-000000000000', name: 'Theirs' }]);
  expect(await undoLast('popup')).toMatchObject({ words: 'Taken back: starred “Paper 1”.' });
  expect(await undoLast('popup')).toBeUndefined();
  expect(await undoLast('topics')).toMatchObject({ words: 'Taken back: topic “Theirs” imported.' });
  expect(await undoLast('popup')).toMatchObject({ words: 'Taken back: topic “Mine” created.' });
});

it('takes a setting back, and makes that take effect', async () => {
  await saveSetting('syncEveryMin', 0);
  expect(await saveSetting('syncEveryMin', 0)).toMatchObject({ count: 0 });
  expect(await undoLast('all')).toMatchObject({
    count: 1,
    words: 'Taken back: how often the feed is read was changed.',
  });
  expect((await readSettings()).settings.syncEveryMin).toBe(60);
});

it('forgets old actions, but never half of one', async () => {
  const papers = Array.from({ length: 950 }, (_, i) => ({ id: `p${i}`, title: 'P' }));
  await setFlag(papers, 'starred', true);
  await setFlag(papers, 'later', true);
  await setFlag(papers.slice(0, 99), 'dismissed', true);
  await setFlag(papers.slice(0, 99), 'read', true);
  const rows = await userDb.journal.toArray();
  expect(new Set(rows.map(({ action }) => action)).size).toBe(5);
  await setFlag(papers, 'starred', false);
  const left = await userDb.journal.toArray();
  const counts = [...new Set(left.map(({ group }) => group))].map((one) => left.filter(({ group }) => group === one));
  expect(counts.map((rows) => rows.length)).toEqual([950, 100, 99, 950]);
});
