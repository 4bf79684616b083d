import { beforeEach, expect, it, vi } from 'vitest';
import { markSeen, markSeenByHand, setFlag } from '@/lib/app/mark';
import { pickTopic, unpickTopic } from '@/lib/app/pick-topic';
import { saveSetting } from '@/lib/app/save-setting';
import { createTopic, deleteTopic } from '@/lib/app/save-topic';
import { undoLast } from '@/lib/app/undo';
import { feedDb } from '@/lib/db/feed-database';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { userDb } from '@/lib/db/user-database';
import { makePaper } from '../../components/make-paper';
import { writeMeta } from '../../harness/write-meta';

vi.mock('@/lib/app/refresh-badge', () => ({
  refreshBadge: () => Promise.reject(new DOMException('The feed database does not open.', 'UnknownError')),
}));

const PAPER = makePaper({ id: '1', title: 'One' });

beforeEach(async () => {
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

/** What is stored stands, whatever becomes of the number on the icon. */
it('tells a topic that is stored as stored, though the badge can not be painted', async () => {
  const made = await createTopic({ name: 'Agents', query: 'agent' });
  expect(await deleteTopic(made.id)).toMatchObject({ count: 1 });
  const picked = await pickTopic({ name: 'Speech', query: 'speech' });
  expect((await readTopics()).map(({ name }) => name)).toEqual(['Speech']);
  await unpickTopic('speech', new Set([picked.topic.id]));
  expect(await readTopics()).toEqual([]);
  expect(console.error).toHaveBeenCalled();
});

it('tells a mark and its undo as done', async () => {
  expect(await setFlag(PAPER, 'read', true)).toMatchObject({ count: 1 });
  expect(await undoLast('all')).toMatchObject({ count: 1 });
  expect(await markSeenByHand(['1'])).toMatchObject({ count: 1 });
  await markSeen(['2']);
  expect(await feedDb.seen.count()).toBe(2);
});

it('tells a setting and its undo as saved, though the schedule can not be written', async () => {
  await writeMeta({ schedule: { nextDueAt: null, lastAttemptAt: 1, failures: 0 } });
  const refused = vi.spyOn(feedDb, 'transaction').mockRejectedValue(new DOMException('no', 'UnknownError') as never);
  expect(await saveSetting('syncEveryMin', 240)).toMatchObject({ count: 1 });
  expect(await saveSetting('showBadge', false)).toMatchObject({ count: 1 });
  expect(await undoLast('all')).toMatchObject({ count: 1 });
  refused.mockRestore();
  expect((await readSettings()).settings).toMatchObject({ syncEveryMin: 240, showBadge: true });
});

it('makes one topic where the same one is asked for again, as it is asked for last', async () => {
  const id = '00000000-0000-4000-8000-000000000000';
  await createTopic({ name: 'Agents', query: 'agent' }, id);
  await createTopic({ name: 'Speech', query: 'speech' });
  await createTopic({ name: 'Agents', query: 'agents' }, id);
  expect(await readTopics()).toMatchObject([
    { id, name: 'Agents', query: 'agents', position: 0 },
    { name: 'Speech', position: 1 },
  ]);
});
