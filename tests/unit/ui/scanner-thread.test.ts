import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { addDays } from '@/lib/core/days/day';
import type { Paper } from '@/lib/core/papers/paper';
import { parseQuery } from '@/lib/core/query/parse-query';
import { createTallier } from '@/lib/core/topics/preview-tally';
import { feedDb } from '@/lib/db/feed-database';
import { userDb } from '@/lib/db/user-database';
import { openScanner, type PaperScanner } from '@/lib/ui/paper-scanner';
import type { PreviewAnswer } from '@/lib/ui/preview-run';
import { serveScanner } from '@/lib/ui/scanner-port';
import { openThreadedScanner } from '@/lib/ui/scanner-thread';
import { makePaper } from '../../components/make-paper';

const TODAY = '2026-11-20';
const WORDS = ['agents', 'speech', 'video diffusion', 'world models', 'planning'];
const TOPICS = [{ id: 'other', query: 'speech OR video' }];
const WAIT = 8000;
/** Nothing fails here. */
const rethrow = (error: unknown) => {
  throw error;
};

const PAPERS: Paper[] = Array.from({ length: 400 }, (_, i) =>
  makePaper({
    id: `p${i}`,
    title: `${WORDS[i % 5]} ${WORDS[(i * 7) % 4]}`,
    summary: '',
    upvotes: i % 50,
    dailyDate: addDays(TODAY, -(i % 60)),
  }),
);

beforeEach(async () => {
  for (const db of [feedDb, userDb]) {
    await db.delete();
    await db.open();
  }
  await feedDb.papers.bulkPut(PAPERS);
});

/** A worker as its page sees it: the other end of a channel, so that all that passes is cloned. */
class FakeWorker {
  readonly #channel = new MessageChannel();
  readonly #scanners: PaperScanner[] = [];
  readonly #errors: (() => void)[] = [];

  constructor(readonly speaks = true) {
    onTestFinished(() => this.terminate());
    const { port1, port2 } = this.#channel;
    if (!speaks) return;
    serveScanner(port2 as never, (today, onError) => {
      const scanner = openScanner(today, onError);
      this.#scanners.push(scanner);
      return scanner;
    });
    port2.start();
    port1.start();
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    if (type === 'message') this.#channel.port1.addEventListener('message', listener as never);
    if (type === 'error') this.#errors.push(listener as () => void);
  }

  removeEventListener(): void {
    this.#errors.length = 0;
  }

  postMessage(message: unknown): void {
    this.#channel.port1.postMessage(message);
  }

  terminate(): void {
    for (const scanner of this.#scanners) scanner.close();
    this.#channel.port1.close();
  }

  die(): void {
    this.terminate();
    for (const listener of [...this.#errors]) listener();
  }
}

function open(startWorker: () => unknown): PaperScanner {
  const scanner = openThreadedScanner(
    TODAY,
    (error) => {
      throw error;
    },
    startWorker as () => Worker,
  );
  onTestFinished(() => scanner.close());
  return scanner;
}

function watch(scanner: PaperScanner, query: string) {
  const answers: PreviewAnswer[] = [];
  const stop = scanner.watch('preview', { query, topics: TOPICS }, (answer) => answers.push(answer), rethrow);
  return { answers, stop };
}

/** Everything counted by hand, at once. */
async function countAll(query: string) {
  const compile = (text: string) => {
    const result = parseQuery(text);
    if (!result.ok) throw new Error(result.error.message);
    return result.query;
  };
  const seen = new Set(await feedDb.seen.toCollection().primaryKeys());
  const statuses = new Map((await userDb.statuses.toArray()).map((status) => [status.paperId, status]));
  const topics = TOPICS.map(({ id, query }) => ({ id, query: compile(query) }));
  const tallier = createTallier(compile(query), TODAY, { topics });
  for (const paper of await feedDb.papers.toArray())
    tallier.add({ paper, status: statuses.get(paper.id), seen: seen.has(paper.id), today: TODAY });
  const { examples, ofDay: _ofDay, ...tally } = tallier.toTally();
  return { final: true, tally, examples: examples.map(({ paper }) => paper.id) };
}

const toComparable = (answer: PreviewAnswer | undefined) =>
  answer && {
    final: answer.final,
    tally: answer.tally,
    examples: answer.examples.map(({ subject }) => subject.paper.id),
  };

async function expectFullScan(answers: PreviewAnswer[], query: string): Promise<void> {
  const expected = await countAll(query);
  await vi.waitFor(() => expect(toComparable(answers.at(-1))).toEqual(expected), WAIT);
}

describe('the scan of the stored papers in a worker', () => {
  it('ends with the answer of a full scan, with the places of the words', async () => {
    const { answers } = watch(
      open(() => new FakeWorker()),
      'agents',
    );
    await expectFullScan(answers, 'agents');
    expect(answers.at(-1)?.examples[0]?.matches[0]).toMatchObject({ kind: 'text', field: 'title', term: 'agents' });
  });

  it('says nothing more of a query that was replaced', async () => {
    const scanner = open(() => new FakeWorker());
    const old = watch(scanner, 'agents');
    old.stop();
    const next = watch(scanner, 'speech');
    await expectFullScan(next.answers, 'speech');
    expect(old.answers).toEqual([]);
  });

  it('counts many queries at once', async () => {
    const scanner = open(() => new FakeWorker());
    const counts = vi.fn();
    scanner.watch('counts', ['agents', '(', 'nothing'], counts, rethrow);
    await vi.waitFor(() => expect(counts.mock.lastCall?.[0].get('agents')).toBeGreaterThan(0), WAIT);
    const [answer] = counts.mock.lastCall ?? [];
    expect([...answer.keys()]).toEqual(['agents', 'nothing']);
  });

  it('looks up names', async () => {
    const scanner = open(() => new FakeWorker());
    const names = vi.fn();
    const ask = () => scanner.watch('names', { field: 'author', prefix: 'no' }, names, rethrow);
    const { authors } = makePaper();
    await feedDb.papers.update('p1', { authors: [{ name: 'Nobody Known' }] });
    await expectFullScan(watch(scanner, 'agents').answers, 'agents');
    ask();
    await vi.waitFor(() => expect(names.mock.lastCall?.[0]).toEqual([{ value: 'Nobody Known', papers: 1 }]), WAIT);
    expect(authors.map(({ name }) => name)).not.toContain('Nobody Known');
  });

  it.each([
    [
      'can not be started',
      () => {
        throw new TypeError('blocked');
      },
    ],
    [
      'dies',
      () => {
        const worker = new FakeWorker();
        setTimeout(() => worker.die(), 20);
        return worker;
      },
    ],
  ])('is done by the page itself where the worker %s, with the same answer', async (_, startWorker) => {
    const { answers } = watch(open(startWorker), 'video OR speech -planning');
    await expectFullScan(answers, 'video OR speech -planning');
  });

  it('is done by the page itself where the worker never says a word', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { answers } = watch(
      open(() => new FakeWorker(false)),
      'agents',
    );
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    await expectFullScan(answers, 'agents');
  });

  it('ends with the answer of a full scan whatever is typed and written meanwhile', async () => {
    const edit = fc.oneof(
      fc.record({
        kind: fc.constant('type' as const),
        query: fc.constantFrom('agents', 'is:new', 'is:unread video', 'upvotes:>=20'),
      }),
      fc.record({ kind: fc.constant('seen' as const), paper: fc.nat(399) }),
      fc.record({ kind: fc.constant('read' as const), paper: fc.nat(399), value: fc.boolean() }),
      fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(30) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 8 }), fc.boolean(), async (edits, inWorker) => {
        const scanner = open(() => (inWorker ? new FakeWorker() : undefined));
        let query = 'agents OR speech';
        let run = watch(scanner, query);
        for (const one of edits) {
          if (one.kind === 'type') {
            run.stop();
            query = one.query;
            run = watch(scanner, query);
          } else if (one.kind === 'seen') await feedDb.seen.put({ paperId: `p${one.paper}`, at: 1 });
          else if (one.kind === 'read')
            await userDb.statuses.put({ paperId: `p${one.paper}`, read: { value: one.value, at: 1 } });
          else await new Promise((resolve) => setTimeout(resolve, one.ms));
        }
        await expectFullScan(run.answers, query);
        scanner.close();
      }),
      { numRuns: 12 },
    );
  });
});
