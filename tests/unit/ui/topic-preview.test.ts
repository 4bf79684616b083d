import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '@/lib/core/days/day';
import type { Paper } from '@/lib/core/papers/paper';
import { parseQuery } from '@/lib/core/query/parse-query';
import type { CompiledQuery } from '@/lib/core/query/query';
import { createTallier } from '@/lib/core/topics/preview-tally';
import { feedDb } from '@/lib/db/feed-database';
import { scanPapers } from '@/lib/db/queries/scan-papers';
import { userDb } from '@/lib/db/user-database';
import { openScanner, type PaperScanner } from '@/lib/ui/paper-scanner';
import type { PreviewAnswer } from '@/lib/ui/preview-run';
import { makePaper } from '../../components/make-paper';

const TODAY = '2026-11-20';
const WORDS = ['agents', 'speech', 'video diffusion', 'world models', 'planning'];

/** Uneven days: some with one paper, one with many, weeks with none. */
const PAPERS: Paper[] = Array.from({ length: 1200 }, (_, i) =>
  makePaper({
    id: `p${i}`,
    title: `${WORDS[i % 5]} ${WORDS[(i * 7) % 4]}`,
    summary: '',
    upvotes: i % 50,
    dailyDate: addDays(TODAY, -(i < 400 ? 40 : Math.floor((i * i) / 2000))),
  }),
);

/** Databases and slices take part: a busy machine needs long. */
const WAIT = 8000;
vi.setConfig({ testTimeout: 30_000 });

let scanner: PaperScanner;
/** Nothing fails here. */
const rethrow = (error: unknown) => {
  throw error;
};

beforeEach(async () => {
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  await feedDb.papers.bulkPut(PAPERS);
  await feedDb.seen.bulkPut(PAPERS.filter((_, i) => i % 3 === 0).map(({ id }) => ({ paperId: id, at: 1 })));
  scanner = openScanner(TODAY, rethrow);
});

afterEach(() => scanner.close());

function compile(text: string): CompiledQuery {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.query;
}

const OTHERS = [
  { id: 'a', query: 'speech' },
  { id: 'b', query: 'video' },
  { id: 'broken', query: '(' },
];
const DAY = addDays(TODAY, -40);

/** The plain way: everything read at once. */
async function fullScan(text: string) {
  const query = compile(text);
  const seen = new Set(await feedDb.seen.toCollection().primaryKeys());
  const statuses = new Map((await userDb.statuses.toArray()).map((status) => [status.paperId, status]));
  const topics = OTHERS.slice(0, 2).map((other) => ({ id: other.id, query: compile(other.query) }));
  const tallier = createTallier(query, TODAY, { topics, day: DAY });
  for (const paper of await feedDb.papers.toArray()) {
    tallier.add({ paper, status: statuses.get(paper.id), seen: seen.has(paper.id), today: TODAY });
  }
  const { examples, ofDay, ...tally } = tallier.toTally();
  const ids = (subjects: typeof examples) => subjects.map(({ paper }) => paper.id);
  return { tally, examples: ids(examples), ofDay: ids(ofDay) };
}

/** Papers by id: the scanner tells `seen` only of the days that can be new. */
function toComparable(answer: PreviewAnswer | undefined) {
  const ids = (caught: PreviewAnswer['examples']) => caught.map(({ subject }) => subject.paper.id);
  return answer && { tally: answer.tally, examples: ids(answer.examples), ofDay: ids(answer.ofDay) };
}

function run(query: string) {
  const answers: PreviewAnswer[] = [];
  const stop = scanner.watch('preview', { query, topics: OTHERS, day: DAY }, (answer) => answers.push(answer), rethrow);
  return { answers, stop };
}

describe('the live preview of a topic', () => {
  it('reads every stored paper once, newest day first', async () => {
    const read: Paper[] = [];
    for await (const chunk of scanPapers()) read.push(...chunk);
    expect(new Set(read.map(({ id }) => id)).size).toBe(PAPERS.length);
    expect(read).toHaveLength(PAPERS.length);
    expect(read[0]?.dailyDate).toBe(
      PAPERS.map(({ dailyDate }) => dailyDate)
        .sort()
        .at(-1),
    );
  });

  it.each(['agents', 'video OR speech -planning', 'upvotes:>=20 is:new', 'date:7d', 'is:unread agents', 'nothing'])(
    'ends with the answer of a full scan: %s',
    async (text) => {
      const { answers } = run(text);
      const expected = await fullScan(text);
      await vi.waitFor(() => expect(answers.at(-1)?.final).toBe(true), WAIT);
      // The set of new papers may arrive after the first full count.
      await vi.waitFor(() => expect(toComparable(answers.at(-1))).toEqual(expected), WAIT);
    },
  );

  it('says nothing more for a query that was replaced', async () => {
    const { answers, stop } = run('agents');
    stop();
    const next = run('speech');
    await vi.waitFor(() => expect(next.answers.at(-1)?.final).toBe(true), WAIT);
    expect(answers).toEqual([]);
  });

  it('counts again when papers arrive, are seen, or are read while the page is open', async () => {
    const { answers } = run('agents is:unread');
    await vi.waitFor(() => expect(answers.at(-1)?.final).toBe(true), WAIT);
    const before = answers.at(-1)?.tally;

    const arrived = makePaper({ id: 'late', title: 'Agents at last', dailyDate: TODAY });
    await feedDb.transaction('rw', feedDb.papers, feedDb.listings, feedDb.days, async () => {
      await feedDb.papers.put(arrived);
      await feedDb.listings.put({ source: 'huggingface', date: TODAY, paperId: 'late', rank: 0, firstSeenAt: 1 });
      await feedDb.days.put({
        source: 'huggingface',
        date: TODAY,
        state: 'complete',
        papers: 1,
        dropped: [],
        droppedCount: 0,
        pages: [],
        readAt: 5,
        triedAt: 5,
        attempts: 0,
        jobId: 'j',
      });
    });
    await vi.waitFor(() => expect(answers.at(-1)?.tally.hits).toBe((before?.hits ?? 0) + 1), WAIT);

    await feedDb.seen.put({ paperId: 'late', at: 2 });
    await vi.waitFor(() => expect(answers.at(-1)?.tally.newHits).toBe(before?.newHits), WAIT);

    await userDb.statuses.put({ paperId: 'late', read: { value: true, at: 3 } });
    await vi.waitFor(() => expect(answers.at(-1)?.tally.hits).toBe(before?.hits), WAIT);
    expect(toComparable(answers.at(-1))).toEqual(await fullScan('agents is:unread'));

    // A second write to the same row: the number of rows stays, the answer does not.
    await userDb.statuses.put({ paperId: 'late', read: { value: false, at: 4 } });
    await vi.waitFor(() => expect(answers.at(-1)?.tally.hits).toBe((before?.hits ?? 0) + 1), WAIT);
  });

  it('answers an empty database with zero', async () => {
    scanner.close();
    await feedDb.papers.clear();
    scanner = openScanner(TODAY, () => undefined);
    const { answers } = run('agents');
    await vi.waitFor(() => expect(answers.at(-1)).toMatchObject({ final: true, tally: { scanned: 0, hits: 0 } }), WAIT);
  });
});
