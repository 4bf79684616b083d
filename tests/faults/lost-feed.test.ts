import { beforeEach, describe, expect, it } from 'vitest';
import { browserSyncIo } from '@/lib/app/sync-io';
import { writeItems } from '@/lib/browser/copy-storage';
import { toManifestKey } from '@/lib/core/copy/copy-keys';
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

/** The days of the papers that count as new, each once. */
async function readNewDays(): Promise<string[]> {
  const { entries } = await readNewPapers(TODAY);
  return [...new Set(entries.map(({ paper }) => paper.dailyDate))].sort();
}

describe('the stored papers are lost', () => {
  it('counts as new what is featured from that day on: what came before was there to be seen', async () => {
    await world.sync('install');
    world.copy = true;
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
      world.copy = true;
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
    world.copy = true;
    world.standIn.play({ kind: 'drop' });
    await world.sync('startup');
    expect((await readFeedState()).schedule?.failure).toBeDefined();
    world.standIn.reset();
    await world.runUntil(FRIDAY_NOON + 2 * HOUR_MS);
    expect(await readNewDays()).toEqual([TODAY]);
  });

  it('takes the day from the server where our clock is two days ahead', async () => {
    world.copy = true;
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

  it('has them too where topics were picked before the first reading came through', async () => {
    world.standIn.play({ kind: 'drop' });
    await world.sync('install');
    world.copy = true;
    world.standIn.reset();
    await world.runUntil(FRIDAY_NOON + 2 * HOUR_MS);
    expect((await readNewDays()).length).toBeGreaterThan(9);
  });

  it('leaves new what was not seen, when the user has the papers deleted', async () => {
    await world.sync('install');
    world.copy = true;
    const [shown] = (await readNewPapers(TODAY)).entries;
    await writeSeen([shown?.paper.id ?? ''], FRIDAY_NOON);
    const before = (await readNewPapers(TODAY)).entries.map(({ paper }) => paper.id).sort();
    await takeHold('me', FRIDAY_NOON);
    await wipeFeed('me');
    await world.sync('page');
    expect((await readNewPapers(TODAY)).entries.map(({ paper }) => paper.id).sort()).toEqual(before);
  });
});

describe('whether there is a copy', () => {
  it('is asked of the storage in which it stands', async () => {
    expect(await browserSyncIo.hasCopy()).toBe(false);
    await writeItems({ 'something-else': 1 });
    expect(await browserSyncIo.hasCopy()).toBe(false);
    await writeItems({ [toManifestKey(1)]: 'whatever its state' });
    expect(await browserSyncIo.hasCopy()).toBe(true);
  });
});
