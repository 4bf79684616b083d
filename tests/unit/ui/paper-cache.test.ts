import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { addDays, type Day } from '@/lib/core/days/day';
import type { Paper } from '@/lib/core/papers/paper';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { openPaperCache, type PaperCache } from '@/lib/ui/paper-cache';
import { makePaper } from '../../components/make-paper';

const TODAY = '2026-11-20';
const OLD = addDays(TODAY, -45);
const WAIT = 8000;

/** Called before each chunk of a reading of everything, with the number of that reading. */
const { beforeChunk } = vi.hoisted(() => ({ beforeChunk: { call: async (_reading: number) => {} } }));
vi.mock('@/lib/db/queries/scan-papers', async (importActual) => {
  const real = await importActual<typeof import('@/lib/db/queries/scan-papers')>();
  let readings = 0;
  return {
    ...real,
    async *scanPapers() {
      const reading = ++readings;
      for await (const papers of real.scanPapers()) {
        yield papers;
        await beforeChunk.call(reading);
      }
    },
  };
});

const PAPERS: Paper[] = Array.from({ length: 60 }, (_, i) =>
  makePaper({ id: `p${i}`, upvotes: 10, dailyDate: addDays(TODAY, -i) }),
);

beforeEach(async () => {
  beforeChunk.call = async () => {};
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  for (const paper of PAPERS) await writeDay(paper.dailyDate, [paper], 1);
});

/** As a sync stores a day. */
async function writeDay(day: Day, papers: readonly Paper[], readAt: number): Promise<void> {
  await feedDb.transaction('rw', feedDb.papers, feedDb.listings, feedDb.days, async () => {
    await feedDb.papers.bulkPut(papers);
    await feedDb.listings.bulkPut(
      papers.map(({ id }, rank) => ({ source: 'huggingface', date: day, paperId: id, rank, firstSeenAt: 1 })),
    );
    await feedDb.days.put({
      source: 'huggingface',
      date: day,
      state: 'complete',
      papers: papers.length,
      dropped: [],
      droppedCount: 0,
      pages: [],
      readAt,
      triedAt: readAt,
      attempts: 0,
      jobId: 'j',
    });
  });
}

async function open(): Promise<PaperCache> {
  const cache = openPaperCache(TODAY, (error) => {
    throw error;
  });
  onTestFinished(() => cache.close());
  await vi.waitFor(() => expect(cache.isComplete()).toBe(true), WAIT);
  return cache;
}

const upvotesOf = (cache: PaperCache, day: Day) => cache.papers().find(({ dailyDate }) => dailyDate === day)?.upvotes;
const withUpvotes = (day: Day, upvotes: number) => {
  const paper = PAPERS.find(({ dailyDate }) => dailyDate === day) as Paper;
  return { ...paper, upvotes };
};

it('follows a day that is read again, however old it is', async () => {
  const cache = await open();
  await writeDay(OLD, [withUpvotes(OLD, 90)], 2);
  await vi.waitFor(() => expect(upvotesOf(cache, OLD)).toBe(90), WAIT);
});

it('keeps a day that is read while everything is read again', async () => {
  const cache = await open();
  let isWritten: Promise<void> | undefined;
  beforeChunk.call = async () => {
    // The newest days have been handed out by now; what the cache hears of them meanwhile must not be lost.
    isWritten ??= writeDay(TODAY, [withUpvotes(TODAY, 90)], 2);
    await isWritten;
    await vi.waitFor(() => expect(upvotesOf(cache, TODAY)).toBe(90), WAIT);
  };
  await feedDb.papers.put(makePaper({ id: 'another', dailyDate: addDays(TODAY, -59) }));
  await vi.waitFor(() => expect(cache.papers().some(({ id }) => id === 'another')).toBe(true), WAIT);
  expect(isWritten).toBeDefined();
  expect(upvotesOf(cache, TODAY)).toBe(90);
});

it('leaves out a damaged row and counts it, at the first reading and when a day is read again', async () => {
  await feedDb.papers.put({ ...PAPERS[3], title: undefined } as never);
  const cache = await open();
  expect(cache.papers()).toHaveLength(59);
  expect(cache.unreadable()).toBe(1);
  await writeDay(TODAY, [{ ...PAPERS[0], authors: [null] } as never], 2);
  await vi.waitFor(() => expect(cache.unreadable()).toBe(2), WAIT);
  expect(cache.papers()).toHaveLength(58);
  await writeDay(addDays(TODAY, -3), [PAPERS[3] as Paper], 2);
  await vi.waitFor(() => expect(cache.unreadable()).toBe(1), WAIT);
});
