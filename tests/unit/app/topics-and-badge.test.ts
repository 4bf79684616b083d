import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { markSeen, markSeenByHand, setFlag } from '@/lib/app/mark';
import { refreshBadge } from '@/lib/app/refresh-badge';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic, deleteTopic, moveTopic, restoreTopic, updateTopic, updateTopicFrom } from '@/lib/app/save-topic';
import { undoGroup, undoLast } from '@/lib/app/undo';
import { withLock } from '@/lib/browser/locks';
import { toUtcDay } from '@/lib/core/days/day';
import type { Paper } from '@/lib/core/papers/paper';
import { feedDb } from '@/lib/db/feed-database';
import { readMeta } from '@/lib/db/queries/feed-state';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { installFakeLocks } from '../../harness/fake-locks';
import { writeMeta } from '../../harness/write-meta';

const TODAY = toUtcDay(Date.now());

function toPaper(id: string, title: string): Paper {
  return {
    id,
    title,
    summary: '',
    authors: [],
    dailyDate: TODAY,
    upvotes: 0,
    comments: 0,
    keywords: [],
    mediaUrls: [],
    categories: [],
    firstSeenAt: 0,
    updatedAt: 0,
  };
}

const PAPERS = [
  toPaper('1', 'Agents that plan'),
  toPaper('2', 'Video diffusion'),
  toPaper('3', 'Agents in video worlds'),
  toPaper('4', 'A survey of nothing'),
];

const badge: { text: string; title: string; colour: string }[] = [];

beforeEach(async () => {
  installFakeLocks();
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  await feedDb.papers.bulkPut(PAPERS);
  await feedDb.listings.bulkPut(
    PAPERS.map((paper, rank) => ({ source: 'huggingface', date: TODAY, paperId: paper.id, rank, firstSeenAt: 0 })),
  );
  badge.length = 0;
  const painted = { text: '', title: '', colour: '' };
  // The fake browser has no badge; what would be painted is kept instead.
  Object.assign(browser, {
    action: {
      setBadgeText: async ({ text }: { text: string }) => badge.push({ ...painted, text }),
      setTitle: async ({ title }: { title: string }) => Object.assign(painted, { title }),
      setBadgeBackgroundColor: async ({ color }: { color: string }) => Object.assign(painted, { colour: color }),
      setBadgeTextColor: async () => undefined,
    },
  });
  await refreshBadge();
});

const shown = () => badge.at(-1)?.text;

describe('a badge whose lock was taken away while it was counted', () => {
  it('is not painted: somebody has counted since', async () => {
    badge.length = 0;
    const late = refreshBadge();
    await withLock('badge', 'steal', async () => undefined);
    await late;
    expect(badge).toEqual([]);
    await refreshBadge();
    expect(badge).not.toEqual([]);
  });
});

describe('the badge', () => {
  it('counts the new papers of the newest day where there are no topics', () => {
    expect(shown()).toBe('4');
  });

  it('is counted without a row that is damaged, and does not stand still', async () => {
    await feedDb.papers.put({ ...toPaper('5', ''), title: undefined, authors: null } as never);
    await createTopic({ name: 'Agents', query: 'agent' });
    expect(shown()).toBe('2');
  });

  it('counts a paper once that matches two topics', async () => {
    await createTopic({ name: 'Agents', query: 'agent' });
    await createTopic({ name: 'Video', query: 'video' });
    expect(shown()).toBe('3');
  });

  it('follows no text that would replace another page’s change: the topic is as that page left it', async () => {
    const { id } = await createTopic({ name: 'Agents', query: 'agent' });
    await updateTopic(id, { query: 'video' });
    const refused = await updateTopicFrom(id, { query: 'agent OR speech' }, { query: 'agent' });
    expect(refused).toMatchObject({ isRefused: true, topic: { query: 'video' } });
    expect((await readTopics()).map(({ query }) => query)).toEqual(['video']);
    const stored = await updateTopicFrom(id, { query: 'agent OR video' }, { query: 'video' });
    expect(stored).toMatchObject({ isRefused: false, topic: { query: 'agent OR video' } });
    expect(shown()).toBe('3');
    expect(await updateTopicFrom('none', { query: 'x' }, {})).toEqual({ isRefused: false });
  });

  it('follows no text on a topic that another page deleted', async () => {
    const { id } = await createTopic({ name: 'Agents', query: 'agent' });
    await deleteTopic(id);
    const before = await userDb.topics.toArray();
    expect(await updateTopicFrom(id, { query: 'video' }, { query: 'agent' })).toMatchObject({
      isRefused: true,
      topic: { query: 'agent', deletedAt: expect.any(Number) },
    });
    expect(await userDb.topics.toArray()).toEqual(before);
  });

  it('leaves topics out that are off, off the badge or deleted, and takes them back', async () => {
    const agents = await createTopic({ name: 'Agents', query: 'agent' });
    const video = await createTopic({ name: 'Video', query: 'video' });
    await updateTopic(video.id, { badge: false });
    expect(shown()).toBe('2');
    await updateTopic(video.id, { badge: true });
    await updateTopic(agents.id, { enabled: false });
    expect(shown()).toBe('2');
    await deleteTopic(video.id);
    expect(await readTopics()).toHaveLength(1);
    await restoreTopic(video.id);
    await updateTopic(agents.id, { enabled: true });
    expect(shown()).toBe('3');
  });

  it('falls when papers are seen, read or dismissed, and rises when that is undone', async () => {
    await markSeenByHand(['1', '1']);
    expect(shown()).toBe('3');
    await setFlag(PAPERS[1] as Paper, 'read', true);
    expect(shown()).toBe('2');
    await setFlag(PAPERS[2] as Paper, 'dismissed', true);
    expect(shown()).toBe('1');
    await undoLast('papers');
    expect(shown()).toBe('2');
    await undoLast('papers');
    await undoLast('all');
    expect(shown()).toBe('4');
    expect(await undoLast('all')).toBeUndefined();
  });

  it('counts no paper that is read or dismissed, though a page died before it was marked as seen', async () => {
    await createTopic({ name: 'All', query: 'agent OR video OR is:new' });
    await setFlag(PAPERS[0] as Paper, 'read', true);
    await setFlag(PAPERS[3] as Paper, 'dismissed', true);
    await feedDb.seen.clear();
    await refreshBadge();
    expect(shown()).toBe('2');
  });

  it('counts no paper that stays dismissed where an undo makes it unseen', async () => {
    const { group } = await setFlag(PAPERS[0] as Paper, 'read', true);
    await setFlag(PAPERS[0] as Paper, 'dismissed', true);
    await undoGroup(group);
    expect(shown()).toBe('3');
  });

  it('does not count a paper again that left and came back', async () => {
    await markSeen(['1']);
    await feedDb.papers.delete('1');
    await feedDb.papers.put(PAPERS[0] as Paper);
    await refreshBadge();
    expect(shown()).toBe('3');
  });

  it('counts no paper older than 14 days', async () => {
    await feedDb.papers.put({ ...(PAPERS[0] as Paper), dailyDate: toUtcDay(Date.now() - 15 * 86_400_000) });
    await refreshBadge();
    expect(shown()).toBe('3');
  });

  it('equals the recount after many writes at once', async () => {
    await createTopic({ name: 'All', query: 'agent OR video OR survey' });
    await Promise.all([
      markSeen(['1']),
      setFlag(PAPERS[1] as Paper, 'read', true),
      createTopic({ name: 'More', query: 'agent' }),
      markSeen(['3']),
    ]);
    expect(shown()).toBe('1');
  });
});

describe('topics', () => {
  it('stop at 200 with words, and write nothing', async () => {
    const first = await createTopic({ name: 'A', query: 'a1' });
    await userDb.topics.bulkPut(Array.from({ length: 199 }, (_, i) => ({ ...first, id: `t${i}`, name: `T${i}` })));
    await expect(createTopic({ name: 'B', query: 'b1' })).rejects.toThrow('There are 200 topics');
    expect(await userDb.topics.count()).toBe(200);
  });

  it('keep the last good query when a broken one is saved', async () => {
    const topic = await createTopic({ name: 'Agents', query: 'agent' });
    await updateTopic(topic.id, { query: 'agent (', name: 'Renamed' });
    expect((await readTopics())[0]).toMatchObject({ query: 'agent', name: 'Renamed' });
  });

  it('keep their order through moves made at once in two pages', async () => {
    const made = [];
    for (const name of ['A', 'B', 'C', 'D']) made.push(await createTopic({ name, query: name }));
    await Promise.all([moveTopic(made[0]?.id ?? '', 3), moveTopic(made[3]?.id ?? '', 0)]);
    const topics = await readTopics();
    expect(new Set(topics.map((topic) => topic.position)).size).toBe(4);
    expect(topics.map((topic) => topic.name)).toEqual(['D', 'B', 'C', 'A']);
  });

  it('write down what was done, before and after', async () => {
    const topic = await createTopic({ name: 'Agents', query: 'agent' });
    await deleteTopic(topic.id);
    const rows = await userDb.journal.toArray();
    expect(rows.map((row) => row.action)).toEqual(['topic:create', 'topic:delete']);
    expect(rows[1]?.before).toMatchObject({ name: 'Agents' });
  });
});

describe('settings', () => {
  it('count a new interval from the last sync', async () => {
    const lastAttemptAt = Date.now() - 10 * 60_000;
    await writeMeta({ schedule: { nextDueAt: lastAttemptAt + 3_600_000, lastAttemptAt, failures: 0 } });
    await saveSetting('syncEveryMin', 30);
    const dueAt = (await readMeta('schedule'))?.nextDueAt ?? 0;
    expect(dueAt).toBeGreaterThanOrEqual(lastAttemptAt + 30 * 60_000);
    expect(dueAt).toBeLessThanOrEqual(lastAttemptAt + 35 * 60_000);
    await saveSetting('syncEveryMin', 0);
    expect((await readMeta('schedule'))?.nextDueAt).toBeNull();
    expect(await browser.alarms.get('sync')).toBeUndefined();
  });

  it('fall back one by one, and a bad value is shown and not overwritten', async () => {
    await userDb.settings.bulkPut([
      { key: 'syncEveryMin', value: 'often' },
      { key: 'theme', value: 'dark' },
      { key: 'unknown', value: 1 },
    ]);
    const { settings, problems } = await readSettings();
    expect(settings).toMatchObject({ syncEveryMin: 60, theme: 'dark' });
    expect(problems).toEqual([{ key: 'syncEveryMin', value: 'often' }]);
    expect((await userDb.settings.get('syncEveryMin'))?.value).toBe('often');
  });

  it('take the number off the icon at once', async () => {
    await saveSetting('showBadge', false);
    expect(shown()).toBe('');
  });
});

describe('a clock that was set back', () => {
  it('stamps no change of a topic before the one it follows', async () => {
    const { id } = await createTopic({ name: 'Agents', query: 'agent' });
    await createTopic({ name: 'Video', query: 'video' });
    const ahead = Date.now() + 3_600_000;
    await userDb.topics.update(id, { updatedAt: ahead });
    const stampOf = async () => (await userDb.topics.get(id))?.updatedAt;
    await updateTopic(id, { query: 'agents' });
    expect(await stampOf()).toBe(ahead + 1);
    await updateTopicFrom(id, { query: 'tools' }, { query: 'agents' });
    expect(await stampOf()).toBe(ahead + 2);
    await moveTopic(id, 1);
    expect(await stampOf()).toBe(ahead + 3);
    await deleteTopic(id);
    await restoreTopic(id);
    expect(await stampOf()).toBe(ahead + 5);
  });
});
