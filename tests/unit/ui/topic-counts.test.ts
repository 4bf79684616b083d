import { afterEach, expect, it, vi } from 'vitest';
import type { Topic } from '@/lib/core/topics/topic';
import { nextTask } from '@/lib/ui/slices';
import { countTopics } from '@/lib/ui/topic-counts';
import { makePaper } from '../../components/make-paper';

const TODAY = '2026-11-20';
const ENTRIES = Array.from({ length: 100 }, (_, i) => ({
  paper: makePaper({ id: `p${i}`, title: i % 2 ? 'Agents' : 'Agents and speech', summary: '', dailyDate: TODAY }),
  seen: false,
}));
const TOPICS = ['agents', 'speech', 'nothing'].map(
  (query, i) =>
    ({ id: query, name: query, query, colour: 0, badge: i < 2, notify: false, enabled: true, position: i }) as Topic,
);
const EXPECTED = {
  newByTopic: new Map([
    ['agents', 100],
    ['speech', 50],
    ['nothing', 0],
  ]),
  total: 100,
  repeats: 50,
};

/** A machine on which each look at the clock takes a ms. */
function slowDown() {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now++);
}

afterEach(() => void vi.restoreAllMocks());

it('counts the new papers of every topic and the sum on the badge', async () => {
  const { signal } = new AbortController();
  expect(await countTopics(TOPICS, ENTRIES, { today: TODAY, newest: TODAY, signal })).toEqual(EXPECTED);
});

it('lets keys and paints pass while it counts', async () => {
  slowDown();
  const { signal } = new AbortController();
  let done = false;
  const counting = countTopics(TOPICS, ENTRIES, { today: TODAY, newest: TODAY, signal }).finally(() => {
    done = true;
  });
  let turns = 0;
  for (; !done; turns++) await nextTask();
  expect(turns).toBeGreaterThan(5);
  expect(await counting).toEqual(EXPECTED);
});

it('ends where the topics have changed meanwhile', async () => {
  slowDown();
  const stale = new AbortController();
  const counting = countTopics(TOPICS, ENTRIES, { today: TODAY, newest: TODAY, signal: stale.signal });
  await nextTask();
  stale.abort();
  expect(await counting).toBeUndefined();
});
