import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '@/lib/core/days/day';
import type { IncomingPaper } from '@/lib/core/papers/paper';
import { feedDb } from '@/lib/db/feed-database';
import { parseDailyPapers } from '@/lib/sources/huggingface/wire';
import { readRecordedFeed } from '../../harness/stand-in/recorded-feed';
import { createSyncWorld } from '../../harness/sync-world';
import { DAMAGED_DAYS, hasRecordedFeed, RECORDED_FEED, readRecordedBodies } from '../recorded-data';

/** What the databases must hold after every body was read in order: later answers replace, absent fields stay. */
function toExpected(bodies: { date: string; text: string }[]) {
  const papers = new Map<string, IncomingPaper>();
  const listings = new Set<string>();
  for (const { date, text } of bodies) {
    const parsed = parseDailyPapers(JSON.parse(text), date);
    if (!parsed.ok) continue;
    for (const paper of parsed.papers) {
      papers.set(paper.id, { ...papers.get(paper.id), ...paper });
      listings.add(`${date} ${paper.id}`);
    }
  }
  return { papers, listings };
}

/** Runs of days no further apart than a weekend: each is a feed of its own. */
function toRuns<T extends { date: string }>(bodies: T[]): T[][] {
  const runs: T[][] = [];
  for (const body of bodies) {
    const last = runs.at(-1)?.at(-1);
    if (last && daysBetween(last.date, body.date) <= 7) runs.at(-1)?.push(body);
    else runs.push([body]);
  }
  return runs;
}

async function readStored() {
  const [papers, listings] = await Promise.all([feedDb.papers.toArray(), feedDb.listings.toArray()]);
  return { papers, listings: new Set(listings.map(({ date, paperId }) => `${date} ${paperId}`)) };
}

describe.skipIf(!hasRecordedFeed)('every recorded day through client, wire and databases', () => {
  const runs = (['days', 'oldest'] as const).flatMap((folder) =>
    toRuns(readRecordedBodies([folder])).map((bodies) => ({
      folder,
      bodies,
      name: `${folder} ${bodies[0]?.date} to ${bodies.at(-1)?.date}`,
    })),
  );

  it.each(runs)(
    'stores exactly the papers and listings of $name',
    async ({ folder, bodies }) => {
      const world = await createSyncWorld({
        feed: readRecordedFeed(join(RECORDED_FEED, folder)),
        now: Date.parse(`${bodies[0]?.date}T12:00:00Z`),
      });
      const dates = new Set(bodies.map((body) => body.date));
      // Only this run is asked for: what lies before it belongs to another feed.
      const { fetchPage } = world.io;
      const first = bodies[0]?.date ?? '';
      world.io.fetchPage = (ask) =>
        ask.date < first
          ? Promise.resolve({
              kind: 'page',
              papers: [],
              dropped: [],
              droppedCount: 0,
              next: null,
              limits: {},
              receivedAt: world.now,
            })
          : fetchPage(ask);
      for (const { date } of bodies) {
        world.now = Date.parse(`${date}T12:00:00Z`);
        await world.sync('hand');
      }
      const { papers, listings } = toExpected(bodies);
      const stored = await readStored();
      expect(stored.listings).toEqual(listings);
      expect(stored.papers.map((paper) => paper.id).sort()).toEqual([...papers.keys()].sort());
      for (const paper of stored.papers) expect(paper).toMatchObject({ ...papers.get(paper.id) });
      const rows = await feedDb.days.toArray();
      for (const row of rows.filter(({ date }) => dates.has(date) && !DAMAGED_DAYS.includes(date))) {
        expect(row.state).toBe('complete');
        expect(row.droppedCount).toBe(0);
      }
    },
    120_000,
  );

  it('leaves no paper of the damaged days, and the ledger says failed and why', async () => {
    const world = await createSyncWorld({
      feed: readRecordedFeed(join(RECORDED_FEED, 'days'), { only: (day) => DAMAGED_DAYS.includes(day) }),
      now: Date.parse('2024-12-13T12:00:00Z'),
    });
    await world.sync('install');
    expect(await feedDb.papers.count()).toBe(0);
    expect(await feedDb.listings.count()).toBe(0);
    for (const date of DAMAGED_DAYS) {
      const row = await feedDb.days.get(['huggingface', date]);
      expect(row).toMatchObject({ state: 'failed', papers: 0, failure: { kind: 'all-dropped' } });
      expect(row?.droppedCount).toBeGreaterThan(10);
      expect(row?.dropped[0]?.why).toMatch(/text/);
    }
  });

  it('takes what a later capture of a day adds and changes', async () => {
    for (const late of readRecordedBodies(['refetched'])) {
      const feed = readRecordedFeed(join(RECORDED_FEED, 'days'), { only: (day) => day === late.date });
      const world = await createSyncWorld({ feed, now: Date.parse(`${late.date}T08:00:00Z`) });
      await world.sync('install');
      const early = { date: late.date, text: JSON.stringify(feed.read(late.date)) };
      world.standIn.feed.replaceBody(late.date, JSON.parse(late.text));
      world.now += 8 * 3_600_000;
      await world.sync('alarm');
      const { papers, listings } = toExpected([early, late]);
      const stored = await readStored();
      expect(stored.listings).toEqual(listings);
      for (const paper of stored.papers) expect(paper).toMatchObject({ ...papers.get(paper.id) });
    }
  });
});
