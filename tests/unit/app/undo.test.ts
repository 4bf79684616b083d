import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { markSeen, markSeenByHand, setFlag } from '@/lib/app/mark';
import { openPaperLink } from '@/lib/app/open-link';
import { undoGroup, undoLast } from '@/lib/app/undo';
import type { Paper } from '@/lib/core/papers/paper';
import { feedDb } from '@/lib/db/feed-database';
import { readLastAction } from '@/lib/db/queries/journal';
import { userDb } from '@/lib/db/user-database';
import { installFakeLocks } from '../../harness/fake-locks';

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

  it('stay seen where they stay dismissed', async () => {
    const read = await setFlag(FIRST, 'read', true);
    await setFlag(FIRST, 'dismissed', true);
    await undoGroup(read.group);
    expect(await seenIds()).toEqual(['1']);
  });

  it('leave an undo that takes nothing back after a death between the two databases', async () => {
    await markSeenByHand(['1']);
    await feedDb.seen.clear();
    await feedDb.seen.put({ paperId: '1', at: 7 });
    expect(await undoLast('papers')).toMatchObject({ count: 0 });
    expect(await seenIds()).toEqual(['1']);
  });

  it('by an opened link are taken back with the link', async () => {
    await openPaperLink(THIRD, 'https://arxiv.org/abs/2611.00003', { background: true });
    expect(await undoLast('all')).toMatchObject({ words: 'Taken back: marked “Paper 3” as read.' });
    expect(await seenIds()).toEqual([]);
  });
});
