import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askSync } from '@/lib/app/ask-sync';
import { pruneFeed } from '@/lib/app/prune-feed';
import { addDays, toUtcDay } from '@/lib/core/days/day';
import { feedDb } from '@/lib/db/feed-database';
import { clearDatabases, seedDay } from '../../components/seed-feed';
import { installFakeLocks } from '../../harness/fake-locks';
import { installSilentBadge } from '../../harness/silent-badge';
import { writeMeta } from '../../harness/write-meta';

type Message = { kind: string; trigger?: string; day?: string };

const TODAY = toUtcDay(Date.now());
const daysAgo = (days: number) => addDays(TODAY, -days);
const toFull = () => ({ kind: 'storage' as const, at: Date.now(), detail: 'QuotaExceededError: full' });
const finish = (failure?: object) => ({ kind: 'finished', requests: 0, newPapers: 0, ...(failure ? { failure } : {}) });
/** The readings the background was asked for. */
let asked: Message[];

/** A background that answers each reading with the next of `replies`, and with the last one from then on. */
function answerWith(...replies: object[]): void {
  asked = [];
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { kind } = message as Message;
    if (kind !== 'sync') return true;
    asked.push(message as Message);
    return replies[Math.min(asked.length, replies.length) - 1];
  });
}

beforeEach(async () => {
  installFakeLocks();
  await clearDatabases();
  installSilentBadge();
  for (const days of [400, 300, 200, 100, 20])
    await seedDay(daysAgo(days), [`Of ${days} days`], { readAt: Date.now() - 20 * 86_400_000 });
  onTestFinished(() => void vi.restoreAllMocks());
});

it.each([
  ['the whole feed', {}],
  ['one picked day', { day: daysAgo(30) }],
])('a reading of %s that meets a full disk makes room and is asked for once more', async (_what, ask) => {
  answerWith(finish(toFull()), finish());
  expect(await askSync('page', ask)).toEqual({ ...finish(), via: 'background' });
  expect(asked).toEqual([
    { kind: 'sync', trigger: 'page', ...ask },
    { kind: 'sync', trigger: 'hand', ...ask },
  ]);
  expect(await feedDb.papers.count()).toBe(3);
});

it('one that meets it again is told as it is: nothing more goes, and nothing more is asked for', async () => {
  answerWith(finish(toFull()));
  expect(await askSync('hand')).toMatchObject({ failure: { kind: 'storage' } });
  expect(asked).toHaveLength(2);
  await askSync('hand');
  expect(asked).toHaveLength(3);
  expect(await feedDb.papers.count()).toBe(3);
});

it('a stored failure of just now makes room at the opening of a page, and the reading after it no more', async () => {
  await writeMeta({ schedule: { nextDueAt: null, failures: 1, failure: toFull() } });
  answerWith(finish(toFull()));
  await pruneFeed();
  expect(asked).toEqual([{ kind: 'sync', trigger: 'hand' }]);
  expect(await feedDb.papers.count()).toBe(3);
});

it('any other failure deletes nothing and is asked for once', async () => {
  answerWith(finish({ kind: 'offline', at: Date.now() }));
  expect(await askSync('hand')).toMatchObject({ failure: { kind: 'offline' } });
  expect(asked).toHaveLength(1);
  expect(await feedDb.papers.count()).toBe(5);
});

it('room that can’t be made does not hide why the reading failed', async () => {
  answerWith(finish(toFull()));
  vi.spyOn(feedDb, 'transaction').mockRejectedValue(new DOMException('full', 'QuotaExceededError') as never);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await askSync('hand')).toMatchObject({ failure: { kind: 'storage' } });
  expect(asked).toHaveLength(1);
});
