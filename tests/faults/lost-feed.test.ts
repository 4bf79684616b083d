import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { browserSyncIo } from '@/lib/app/sync-io';
import { writeItems } from '@/lib/browser/copy-storage';
import { toManifestKey } from '@/lib/core/copy/copy-keys';
import { encodeManifest } from '@/lib/core/copy/manifest';
import { feedDb } from '@/lib/db/feed-database';
import { readFeedState } from '@/lib/db/queries/feed-state';
import { readNewPapers } from '@/lib/db/queries/papers';
import { takeHold } from '@/lib/db/writes/feed';
import { rebuildFeed } from '@/lib/db/writes/rebuild';
import { writeSeen } from '@/lib/db/writes/seen';
import { wipeFeed } from '@/lib/db/writes/wipe';
import { createSyncWorld, KILLED, type SyncWorld } from '../harness/sync-world';
import { createTinyFeed } from '../harness/tiny-feed';

const TODAY = '2026-11-20';
const FRIDAY_NOON = Date.parse(`${TODAY}T12:00:00Z`);
const HOUR_MS = 3_600_000;

let world: SyncWorld;
beforeEach(async () => {
  world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
});

afterEach(() => vi.restoreAllMocks());

/** The days of the papers that count as new, each once. */
async function readNewDays(): Promise<string[]> {
  const { entries } = await readNewPapers(TODAY);
  return [...new Set(entries.map(({ paper }) => paper.dailyDate))].sort();
}

describe('the stored papers are lost', () => {
  it('counts as new what is featured from that day on: what came before was there to be seen', async () => {
    await world.sync('install');
    world.marked = true;
    await rebuildFeed();
    await world.sync('page');
    await world.runUntil(FRIDAY_NOON + HOUR_MS);
    expect(await feedDb.papers.count()).toBeGreaterThan(20);
    expect(await readNewDays()).toEqual([TODAY]);
    expect((await readNewPapers(TODAY)).entries).toHaveLength(3);
  });

  it('counts so wherever the worker dies while they are fetched again', async () => {
    let lives = 0;
    for (let n = 0; ; n += 1) {
      world = await createSyncWorld({ feed: createTinyFeed('2026-09-01', '2027-01-29'), now: FRIDAY_NOON });
      world.marked = true;
      world.killAfter = n;
      const reply = await world.sync('startup');
      await world.runUntil(FRIDAY_NOON + HOUR_MS);
      expect(await readNewDays(), `killed at touch ${n}`).toEqual([TODAY]);
      if (reply !== KILLED) break;
      lives += 1;
    }
    expect(lives).toBeGreaterThan(20);
  });

  it('still knows it when the network is away at first', async () => {
    world.marked = true;
    world.standIn.play({ kind: 'drop' });
    await world.sync('startup');
    expect((await readFeedState()).schedule?.failure).toBeDefined();
    world.standIn.reset();
    await world.runUntil(FRIDAY_NOON + 2 * HOUR_MS);
    expect(await readNewDays()).toEqual([TODAY]);
  });

  it('knows it too where the first thing read is a day that was picked', async () => {
    world.marked = true;
    await world.sync('hand', '2026-11-17');
    world.now += 5_000;
    await world.sync('hand');
    expect(await readNewDays()).toEqual([TODAY]);
  });

  it('counts so what a backup brought before the first reading, and leaves since when a paper was seen', async () => {
    await world.sync('install');
    const [papers, listings] = [await feedDb.papers.toArray(), await feedDb.listings.toArray()];
    const [first] = papers.filter(({ dailyDate }) => dailyDate < TODAY);
    world.marked = true;
    await rebuildFeed();
    world.standIn.play({ kind: 'drop' });
    await world.sync('startup');
    await feedDb.papers.bulkPut(papers);
    await feedDb.listings.bulkPut(listings);
    await writeSeen([first?.id ?? ''], 5);
    world.standIn.reset();
    await world.runUntil(FRIDAY_NOON + 2 * HOUR_MS);
    expect(await readNewDays()).toEqual([TODAY]);
    expect(await feedDb.seen.get(first?.id ?? '')).toMatchObject({ at: 5 });
  });

  it('takes the day from the server where our clock is two days ahead', async () => {
    world.marked = true;
    world.skewMs = 48 * HOUR_MS;
    world.now += world.skewMs;
    await world.sync('startup');
    expect(await readNewDays()).toEqual([TODAY]);
  });
});

describe('nothing was lost', () => {
  it('has 14 days of new papers at an installation', async () => {
    await world.sync('install');
    expect((await readNewDays()).length).toBeGreaterThan(9);
  });

  it('has them too where a paper was marked after a first reading that failed', async () => {
    world.standIn.play({ kind: 'drop' });
    await world.sync('install');
    world.marked = true;
    world.standIn.reset();
    await world.runUntil(FRIDAY_NOON + 2 * HOUR_MS);
    expect((await readNewDays()).length).toBeGreaterThan(9);
  });

  it('leaves new what was not seen, when the user has the papers deleted', async () => {
    await world.sync('install');
    world.marked = true;
    const [shown] = (await readNewPapers(TODAY)).entries;
    await writeSeen([shown?.paper.id ?? ''], FRIDAY_NOON);
    const before = (await readNewPapers(TODAY)).entries.map(({ paper }) => paper.id).sort();
    await takeHold('me', FRIDAY_NOON);
    await wipeFeed('me');
    await world.sync('page');
    expect((await readNewPapers(TODAY)).entries.map(({ paper }) => paper.id).sort()).toEqual(before);
  });
});

describe('whether papers were marked', () => {
  const toManifest = (statuses: number) =>
    encodeManifest({
      version: 1,
      generation: 3,
      at: FRIDAY_NOON,
      shards: {},
      rows: { statuses, topics: 2, settings: 1 },
    });

  it('is told by the second copy, and not by one of topics alone: those can be picked before the first reading', async () => {
    expect(await browserSyncIo.hasCopiedMarks()).toBe(false);
    await writeItems({ [toManifestKey(1)]: toManifest(0) });
    expect(await browserSyncIo.hasCopiedMarks()).toBe(false);
    await writeItems({ [toManifestKey(0)]: toManifest(20) });
    expect(await browserSyncIo.hasCopiedMarks()).toBe(true);
  });

  it('is not known where the storage refuses, and no reading fails for it', async () => {
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('refused'));
    expect(await browserSyncIo.hasCopiedMarks()).toBe(false);
  });
});
