import type { SyncIo } from '@/lib/app/sync-io';
import { type SyncReply, syncPapers } from '@/lib/app/sync-papers';
import type { Day } from '@/lib/core/days/day';
import type { SyncTrigger } from '@/lib/core/sync/state';
import { feedDb } from '@/lib/db/feed-database';
import { readFeedState } from '@/lib/db/queries/feed-state';
import { userDb } from '@/lib/db/user-database';
import { fetchDailyPage } from '@/lib/sources/huggingface/client';
import { type FakeLocks, installFakeLocks } from './fake-locks';
import type { Feed } from './stand-in/feed';
import { createStandIn, type StandIn } from './stand-in/stand-in';
import { toFetch } from './stand-in/to-fetch';

/** What `sync` returns when its worker was stopped half-way. */
export const KILLED = Symbol('worker killed');

export interface SyncWorld {
  standIn: StandIn;
  locks: FakeLocks;
  io: SyncIo;
  /** Our clock, ms. */
  now: number;
  /** Our clock less the server's, ms. */
  skewMs: number;
  onLine: boolean;
  access: boolean;
  /** The second copy has marks of papers. */
  marked: boolean;
  /** Alarms set by the sync. */
  resumes: number[];
  /** Stops the worker at the n-th touch of the world from now on (0: the next): nothing after it runs, locks are free. */
  killAfter: number | undefined;
  sync(trigger?: SyncTrigger, day?: Day): Promise<SyncReply | typeof KILLED>;
  /** Lets the due times ring until `until`; each ring is a sync. Returns how many there were. */
  runUntil(until: number): Promise<number>;
}

/** A sync in Node on empty databases, with its own clock and the stand-in for a server; `sleep` moves the clock. */
export async function createSyncWorld(options: { feed: Feed; now: number; random?: () => number }): Promise<SyncWorld> {
  await Promise.all(
    [feedDb, userDb].map(async (db) => {
      await db.delete();
      await db.open();
    }),
  );
  const locks = installFakeLocks();
  let seed = 1;
  const roll = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const random = options.random ?? roll;
  let onKilled: () => void = () => undefined;
  const touch = async () => {
    if (world.killAfter === undefined) return;
    if (world.killAfter > 0) {
      world.killAfter -= 1;
      return;
    }
    world.killAfter = undefined;
    locks.releaseAll();
    onKilled();
    await new Promise(() => undefined);
  };
  const standIn = createStandIn({ feed: options.feed, now: () => world.now - world.skewMs });
  const sleepVirtually = async (ms: number) => {
    world.now += ms;
  };
  const fetch = toFetch(standIn, { sleep: sleepVirtually });
  const world: SyncWorld = {
    standIn,
    locks,
    now: options.now,
    skewMs: 0,
    onLine: true,
    access: true,
    marked: false,
    resumes: [],
    killAfter: undefined,
    io: {
      now: () => world.now,
      random,
      sleep: async (ms) => {
        await touch();
        await sleepVirtually(ms);
      },
      fetchPage: async (ask) => {
        await touch();
        world.now += 120;
        const answer = await fetchDailyPage(ask, {
          fetch,
          now: () => world.now,
          onLine: () => world.onLine,
          timeoutMs: 50,
        });
        await touch();
        return answer;
      },
      hasAccess: async () => world.access,
      hasCopiedMarks: async () => world.marked,
      ensureResume: async (at) => {
        await touch();
        world.resumes.push(at);
      },
      afterCommit: touch,
    },
    sync: (trigger = 'alarm', day) =>
      Promise.race([
        syncPapers(trigger, world.io, day),
        new Promise<typeof KILLED>((resolve) => {
          onKilled = () => resolve(KILLED);
        }),
      ]),
    async runUntil(until) {
      let rings = 0;
      for (;;) {
        const { schedule, job } = await readFeedState();
        const next = job ? world.now + 30_000 : (schedule?.nextDueAt ?? Number.POSITIVE_INFINITY);
        if (next > until) break;
        world.now = Math.max(world.now, next);
        await world.sync('alarm');
        rings += 1;
      }
      world.now = Math.max(world.now, until);
      return rings;
    },
  };
  return world;
}

/** Both databases as plain values, for comparing two histories. Clocks and names of jobs are left out on demand. */
export async function readFeedTables() {
  const [papers, listings, days, seen] = await Promise.all([
    feedDb.papers.orderBy('id').toArray(),
    feedDb.listings.toArray(),
    feedDb.days.toArray(),
    feedDb.seen.toArray(),
  ]);
  return { papers, listings, days, seen };
}
