import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { handleMessage } from '@/entrypoints/background/handlers';
import { ensureAlarms } from '@/lib/app/alarms';
import { deleteFeed } from '@/lib/app/delete-data';
import { holdInView } from '@/lib/app/in-view';
import { rearm } from '@/lib/app/rearm';
import { saveSetting } from '@/lib/app/save-setting';
import { tellArrivals } from '@/lib/app/tell-arrivals';
import type { SettingRow } from '@/lib/core/settings/settings';
import { feedDb } from '@/lib/db/feed-database';
import { readFeedState, readMeta } from '@/lib/db/queries/feed-state';
import { userDb } from '@/lib/db/user-database';
import { createSyncWorld, KILLED, type SyncWorld } from '../../harness/sync-world';
import { createTinyFeed, toTinyItem } from '../../harness/tiny-feed';
import { makeTopic } from '../core/topics/sample-topics';

const TODAY = '2026-11-20';
const FRIDAY_NOON = Date.parse(`${TODAY}T12:00:00Z`);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const AGENTS = makeTopic('agents', { name: 'Agents', query: 'agents', notify: true });

let world: SyncWorld;
/** What was shown, in order. */
let shown: { title: string; message: string }[];
let isAllowed: boolean;
const create = vi.fn(async (id: string, { title, message }: { title: string; message: string }) => {
  shown.push({ title, message });
  return id;
});

beforeEach(async () => {
  world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
  shown = [];
  nextIndex = 100;
  isAllowed = true;
  create.mockClear();
  // The fake browser has neither.
  Object.assign(browser, {
    permissions: { contains: async () => isAllowed },
    notifications: { create },
    action: Object.fromEntries(
      ['setBadgeText', 'setTitle', 'setBadgeBackgroundColor', 'setBadgeTextColor'].map((name) => [
        name,
        async () => {},
      ]),
    ),
  });
  await userDb.topics.put(AGENTS);
});

const titles = () => shown.map(({ title }) => title);

let nextIndex = 100;

/** Papers that come to the feed in the course of a day. */
function grow(day: string, ...found: string[]) {
  world.standIn.feed.grow(
    day,
    found.map((title) => toTinyItem(day, nextIndex++, { title })),
  );
}

/** The next sync of the schedule, and what follows it. */
async function syncAndTell(afterMs = 70 * MINUTE_MS) {
  world.now += afterMs;
  const reply = await world.sync('alarm');
  await tellArrivals(world.now);
  return reply;
}

async function settleIn() {
  await world.sync('install');
  await tellArrivals(world.now);
}

describe('what syncs bring', () => {
  it('is told in one alert for a sync, however many days it came for', async () => {
    await settleIn();
    grow(TODAY, 'Agents that plan', 'Speech');
    grow('2026-11-19', 'Agents that rest');
    expect(await syncAndTell(4 * HOUR_MS)).toMatchObject({ kind: 'finished', newPapers: 3 });
    expect(shown).toEqual([{ title: '2 new papers: Agents', message: 'Agents that plan\nAgents that rest' }]);
  });

  it('is told under a name by which its papers are found: when they came', async () => {
    await settleIn();
    grow(TODAY, 'Agents that plan', 'Speech');
    await syncAndTell();
    const paper = await feedDb.papers.filter(({ title }) => title === 'Agents that plan').first();
    expect(create.mock.calls.map(([id]) => id)).toEqual([`${paper?.firstSeenAt}-${paper?.firstSeenAt}`]);
  });

  it('is not told of a first sync, nor of those after it that go on where it failed', async () => {
    grow(TODAY, 'Agents of the first hour');
    grow('2026-11-12', 'Agents of last week');
    world.standIn.play({ kind: 'status', status: 503 }, { date: '2026-11-12', times: 1 });
    await settleIn();
    expect((await readMeta('schedule'))?.lastSuccessAt).toBeUndefined();
    await syncAndTell(5 * MINUTE_MS);
    expect(await feedDb.papers.where('dailyDate').equals('2026-11-12').count()).toBeGreaterThan(0);
    expect(titles()).toEqual([]);
    expect(await readFeedState()).not.toHaveProperty('untold');
  });

  it('is not told of again: neither by the next sync nor by a wake', async () => {
    await settleIn();
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    await tellArrivals(world.now);
    await syncAndTell();
    grow(TODAY, 'Agents in the evening');
    await syncAndTell();
    expect(titles()).toEqual(['Agents that plan', 'Agents in the evening']);
  });

  it('is not told of again where a paper is listed on another day, or fetched anew', async () => {
    await settleIn();
    grow('2026-11-19', 'Agents that plan');
    await syncAndTell(4 * HOUR_MS);
    const [paper] = await feedDb.papers.filter(({ title }) => title === 'Agents that plan').toArray();
    world.standIn.feed.grow(TODAY, [toTinyItem('2026-11-19', nextIndex - 1, { title: 'Agents that plan' })]);
    await syncAndTell();
    expect((await feedDb.papers.get(paper?.id ?? ''))?.dailyDate).toBe(TODAY);
    expect(titles()).toEqual(['Agents that plan']);
    await deleteFeed();
    await syncAndTell();
    await syncAndTell();
    expect(await feedDb.papers.get(paper?.id ?? '')).toBeDefined();
    expect(titles()).toEqual(['Agents that plan']);
  });

  it('is told of topics that want it, and of what came since they do', async () => {
    await userDb.topics.bulkPut([
      { ...AGENTS, notify: false },
      makeTopic('speech', { name: 'Speech', query: 'speech', notify: true }),
    ]);
    await settleIn();
    grow(TODAY, 'Agents that plan', 'Speech');
    await syncAndTell();
    await userDb.topics.put(AGENTS);
    await tellArrivals(world.now);
    await syncAndTell();
    expect(titles()).toEqual(['Speech']);
    grow(TODAY, 'Agents that speak', 'More speech');
    await syncAndTell();
    expect(titles()).toEqual(['Speech', '2 new papers: Agents, Speech']);
  });

  it('is off for a topic of an older version, which has no such field', async () => {
    const { notify: _notify, ...older } = AGENTS;
    await userDb.topics.put(older as typeof AGENTS);
    await settleIn();
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    expect(titles()).toEqual([]);
  });

  it('is not told of what was seen while the sync was under way', async () => {
    await settleIn();
    grow(TODAY, 'Agents that plan', 'Agents that rest');
    world.now += HOUR_MS + MINUTE_MS;
    await world.sync('hand');
    const paper = await feedDb.papers.filter(({ title }) => title === 'Agents that plan').first();
    await feedDb.seen.put({ paperId: paper?.id ?? '', at: world.now });
    await tellArrivals(world.now);
    expect(titles()).toEqual(['Agents that rest']);
  });

  it('is not told without permission, and not all at once when it is given', async () => {
    await settleIn();
    isAllowed = false;
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    expect(await readFeedState()).not.toHaveProperty('untold');
    isAllowed = true;
    await syncAndTell();
    expect(titles()).toEqual([]);
    grow(TODAY, 'Agents that rest');
    await syncAndTell();
    expect(titles()).toEqual(['Agents that rest']);
  });
});

describe('FAULTS 1: the worker is killed at any moment', () => {
  it('tells what came exactly once, wherever the sync was stopped', async () => {
    let kills = 0;
    for (let n = 0; ; n += 1) {
      world = await createSyncWorld({ feed: createTinyFeed('2026-11-09', '2026-11-24'), now: FRIDAY_NOON });
      await userDb.topics.put(AGENTS);
      await settleIn();
      shown = [];
      grow(TODAY, 'Agents that plan');
      grow('2026-11-19', 'Agents that rest');
      world.killAfter = n;
      let reply = await syncAndTell(4 * HOUR_MS);
      if (reply !== KILLED) break;
      kills += 1;
      for (let wake = 0; wake < 20 && (await readFeedState()).job; wake += 1) reply = await syncAndTell(30_000);
      reply = await syncAndTell();
      expect(shown, `killed at touch ${n}`).toEqual([
        { title: '2 new papers: Agents', message: 'Agents that plan\nAgents that rest' },
      ]);
    }
    expect(kills).toBeGreaterThan(5);
  });

  it.each([
    ['shown, and nobody heard of it', true],
    ['not shown yet', false],
  ])('does not tell it twice when it was killed with the alert %s', async (_what, isShown) => {
    await settleIn();
    grow(TODAY, 'Agents that plan');
    create.mockImplementationOnce(async (_id, { title, message }) => {
      if (isShown) shown.push({ title, message });
      return new Promise<never>(() => {});
    });
    world.now += 70 * MINUTE_MS;
    await world.sync('alarm');
    void tellArrivals(world.now);
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
    world.locks.releaseAll();
    await tellArrivals(world.now);
    await syncAndTell();
    expect(titles()).toEqual(isShown ? ['Agents that plan'] : []);
    expect(create).toHaveBeenCalledTimes(1);
  });
});

describe('FAULTS 23: the same job twice', () => {
  it('shows one alert where ten contexts would tell at once', async () => {
    await settleIn();
    grow(TODAY, 'Agents that plan', 'Agents that rest');
    world.now += 70 * MINUTE_MS;
    await Promise.all(Array.from({ length: 10 }, () => world.sync('alarm')));
    await Promise.all(Array.from({ length: 10 }, () => tellArrivals(world.now)));
    await tellArrivals(world.now);
    expect(titles()).toEqual(['2 new papers: Agents']);
  });

  it('tells what a second sync brought while the first was being told, without another wake', async () => {
    await settleIn();
    grow(TODAY, 'Agents that plan');
    world.now += 70 * MINUTE_MS;
    await world.sync('alarm');
    let showFirst = () => {};
    create.mockImplementationOnce(async (id, { title, message }) => {
      await new Promise<void>((resolve) => {
        showFirst = resolve;
      });
      shown.push({ title, message });
      return id;
    });
    const first = tellArrivals(world.now);
    await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1));
    grow(TODAY, 'Agents that rest');
    world.now += 70 * MINUTE_MS;
    await world.sync('alarm');
    const second = tellArrivals(world.now);
    showFirst();
    await Promise.all([first, second]);
    expect(titles()).toEqual(['Agents that plan', 'Agents that rest']);
  });

  it('tells nothing while a sync is under way: its end tells all of it', async () => {
    await settleIn();
    grow(TODAY, 'Agents that plan');
    grow('2026-11-19', 'Agents that rest');
    world.killAfter = 8;
    expect(await syncAndTell(4 * HOUR_MS)).toBe(KILLED);
    expect((await readMeta('untold'))?.length).toBeGreaterThan(0);
    expect(titles()).toEqual([]);
  });
});

describe('while the popup is in view', () => {
  let visibilityState: string;
  let isFocused: boolean;
  const onLeave = vi.fn();
  const page = new EventTarget();
  /** The page is hidden, or shown again. */
  function show(state: 'visible' | 'hidden') {
    visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  }
  /** The page gets the focus, or loses it to another window. */
  function focus(to: boolean) {
    isFocused = to;
    page.dispatchEvent(new Event(to ? 'focus' : 'blur'));
  }

  beforeEach(() => {
    visibilityState = 'visible';
    isFocused = true;
    onLeave.mockClear();
    Object.defineProperty(page, 'visibilityState', { get: () => visibilityState, configurable: true });
    Object.assign(page, { hasFocus: () => isFocused });
    vi.stubGlobal('document', page);
    vi.stubGlobal('window', page);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('nothing is told of; afterwards what nobody has seen there, once', async () => {
    await settleIn();
    const endView = holdInView(onLeave);
    grow(TODAY, 'Agents that plan', 'Agents that rest', 'Speech');
    world.now += HOUR_MS + MINUTE_MS;
    await world.sync('page');
    await tellArrivals(world.now);
    expect(titles()).toEqual([]);
    const seen = await feedDb.papers.filter(({ title }) => title === 'Agents that rest').first();
    await feedDb.seen.put({ paperId: seen?.id ?? '', at: world.now });
    // Not told of with them: it wants to be told of only since they came.
    await userDb.topics.put(makeTopic('speech', { name: 'Speech', query: 'speech', notify: true }));
    vi.useFakeTimers({ toFake: ['Date'], now: world.now });
    try {
      // As the popup asks for when it closes.
      await handleMessage({ kind: 'recount' });
      expect(titles()).toEqual([]);
      // Its lock ends after its last message.
      endView();
      await vi.waitFor(() => expect(titles()).toEqual(['Agents that plan']));
    } finally {
      vi.useRealTimers();
    }
    await tellArrivals(world.now);
    await syncAndTell();
    expect(titles()).toEqual(['Agents that plan']);
    expect(await readFeedState()).not.toHaveProperty('untold');
  });

  it('a doorbell stands while something waits for it: its last message may be lost', async () => {
    await settleIn();
    const endView = holdInView(onLeave);
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    await ensureAlarms(world.now);
    const rings = async () => (await browser.alarms.get('alert'))?.scheduledTime;
    expect(await rings()).toBe(world.now + 30_000);
    // Not put off by what wakes the background meanwhile.
    await ensureAlarms(world.now + 20_000);
    expect(await rings()).toBe(world.now + 30_000);
    endView();
    await tellArrivals(world.now + 30_000);
    expect(titles()).toEqual(['Agents that plan']);
    await ensureAlarms(world.now + 30_000);
    expect(await rings()).toBeUndefined();
  });

  it('nothing is told of afterwards where all of it was seen there', async () => {
    await settleIn();
    const endView = holdInView(onLeave);
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    const untold = (await readMeta('untold')) ?? [];
    await feedDb.seen.bulkPut(untold.map((paperId) => ({ paperId, at: world.now })));
    endView();
    await tellArrivals(world.now);
    expect(titles()).toEqual([]);
    expect(await readFeedState()).not.toHaveProperty('untold');
  });

  it('what came in quiet hours goes on waiting for their end', async () => {
    const hour = new Date(FRIDAY_NOON).getHours();
    await userDb.settings.bulkPut([
      { key: 'quietHours', value: true },
      { key: 'quietFrom', value: hour },
      { key: 'quietTo', value: (hour + 4) % 24 },
    ]);
    await settleIn();
    const endView = holdInView(onLeave);
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    endView();
    world.now = FRIDAY_NOON + 4 * HOUR_MS;
    await tellArrivals(world.now);
    expect(titles()).toEqual(['Agents that plan']);
  });

  it('is over when its tab is behind another, until that is in front again', async () => {
    await settleIn();
    const endView = holdInView(onLeave);
    show('hidden');
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    expect(titles()).toEqual(['Agents that plan']);
    show('visible');
    grow(TODAY, 'Agents that rest');
    await syncAndTell();
    expect(titles()).toEqual(['Agents that plan']);
    endView();
    show('visible');
    grow(TODAY, 'Agents at night');
    await syncAndTell();
    expect(titles()).toEqual(['Agents that plan', '2 new papers: Agents']);
  });

  it('is over when it is a tab or a window without the focus, until that comes back', async () => {
    await settleIn();
    isFocused = false;
    const endView = holdInView(onLeave);
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    expect(titles()).toEqual(['Agents that plan']);
    focus(true);
    grow(TODAY, 'Agents that rest');
    await syncAndTell();
    expect(titles()).toEqual(['Agents that plan']);
    expect(onLeave).not.toHaveBeenCalled();
    focus(false);
    show('hidden');
    expect(onLeave).toHaveBeenCalledTimes(1);
    await tellArrivals(world.now);
    expect(titles()).toEqual(['Agents that plan', 'Agents that rest']);
    endView();
    show('visible');
    focus(true);
    grow(TODAY, 'Agents at night');
    await syncAndTell();
    expect(titles()).toEqual(['Agents that plan', 'Agents that rest', 'Agents at night']);
  });

  it('goes on where one of two popups is closed', async () => {
    await settleIn();
    const [endFirst, endSecond] = [holdInView(onLeave), holdInView(onLeave)];
    endFirst();
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    endSecond();
    expect(titles()).toEqual([]);
  });
});

describe('an alert the system refuses', () => {
  it('is shown after the next sync, with what came meanwhile', async () => {
    await settleIn();
    grow(TODAY, 'Agents that plan');
    create.mockRejectedValueOnce(new Error('no notification server'));
    world.now += 70 * MINUTE_MS;
    await world.sync('alarm');
    await expect(tellArrivals(world.now)).rejects.toThrow('no notification server');
    grow(TODAY, 'Agents that rest');
    await syncAndTell();
    expect(shown).toEqual([{ title: '2 new papers: Agents', message: 'Agents that plan\nAgents that rest' }]);
  });

  it('does not keep the doorbells from being set', async () => {
    await settleIn();
    grow(TODAY, 'Agents that plan');
    world.now += 70 * MINUTE_MS;
    await world.sync('alarm');
    create.mockRejectedValueOnce(new Error('no notification server'));
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    await rearm();
    expect(logged).toHaveBeenCalledOnce();
    expect(await browser.alarms.get('sync')).toBeDefined();
    logged.mockRestore();
  });
});

describe('quiet hours', () => {
  const quiet = (from: number, to: number): SettingRow[] => [
    { key: 'quietHours', value: true },
    { key: 'quietFrom', value: from },
    { key: 'quietTo', value: to },
  ];
  const hour = new Date(FRIDAY_NOON).getHours();

  it('let what comes wait, and tell it once when they are over', async () => {
    await userDb.settings.bulkPut(quiet(hour, (hour + 4) % 24));
    await settleIn();
    grow(TODAY, 'Agents that plan', 'Speech');
    await syncAndTell();
    grow(TODAY, 'Agents that rest');
    await syncAndTell();
    expect(titles()).toEqual([]);
    expect(await readMeta('untold')).toHaveLength(2);
    world.now = FRIDAY_NOON + 4 * HOUR_MS;
    await tellArrivals(world.now);
    await tellArrivals(world.now);
    await syncAndTell();
    expect(shown).toEqual([{ title: '2 new papers: Agents', message: 'Agents that plan\nAgents that rest' }]);
  });

  it('have a doorbell at their end while something waits, and only then', async () => {
    await userDb.settings.bulkPut(quiet(hour, (hour + 4) % 24));
    await settleIn();
    await ensureAlarms(world.now);
    expect(await browser.alarms.get('alert')).toBeUndefined();
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    await ensureAlarms(world.now);
    expect((await browser.alarms.get('alert'))?.scheduledTime).toBe(FRIDAY_NOON + 4 * HOUR_MS);
    world.now = FRIDAY_NOON + 4 * HOUR_MS;
    await tellArrivals(world.now);
    await ensureAlarms(world.now);
    expect(await browser.alarms.get('alert')).toBeUndefined();
  });

  it('are over when they are switched off: what waits is told at once', async () => {
    await userDb.settings.bulkPut(quiet(hour, (hour + 4) % 24));
    await settleIn();
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    await ensureAlarms(world.now);
    vi.useFakeTimers({ toFake: ['Date'], now: world.now });
    try {
      await saveSetting('showBadge', false);
      expect(titles()).toEqual([]);
      await saveSetting('quietHours', false);
    } finally {
      vi.useRealTimers();
    }
    expect(titles()).toEqual(['Agents that plan']);
    expect(await browser.alarms.get('alert')).toBeUndefined();
  });

  it('tell nothing of what was seen meanwhile', async () => {
    await userDb.settings.bulkPut(quiet(hour, (hour + 4) % 24));
    await settleIn();
    grow(TODAY, 'Agents that plan');
    await syncAndTell();
    const untold = (await readMeta('untold')) ?? [];
    await feedDb.seen.bulkPut(untold.map((paperId) => ({ paperId, at: world.now })));
    world.now = FRIDAY_NOON + 4 * HOUR_MS;
    await tellArrivals(world.now);
    expect(titles()).toEqual([]);
  });
});
