import { expect, it, vi } from 'vitest';
import type { Paper } from '@/lib/core/papers/paper';
import { runCounts } from '@/lib/ui/counts-run';
import { createNamesRun } from '@/lib/ui/names-run';
import type { PaperCache } from '@/lib/ui/paper-cache';
import { runPreview } from '@/lib/ui/preview-run';
import { connectScanner, type Port, serveScanner } from '@/lib/ui/scanner-port';
import { makePaper } from '../../components/make-paper';

const TODAY = '2026-11-20';
const GOOD = makePaper({ id: 'good', title: 'Agents', dailyDate: TODAY });
/** A row that was damaged on the disk. */
const DAMAGED = { ...makePaper({ id: 'damaged', dailyDate: TODAY }), title: undefined, authors: undefined };

/** A cache that holds what `hold` was called with last. */
function openCache() {
  let papers: readonly Paper[] = [GOOD, DAMAGED as unknown as Paper];
  let version = 0;
  const listeners = new Set<() => void>();
  const cache: PaperCache = {
    papers: () => papers,
    unreadable: () => 0,
    isComplete: () => true,
    version: () => version,
    toSubject: (paper) => ({ paper, status: undefined, seen: false, today: TODAY }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {},
  };
  return {
    cache,
    hold(next: readonly Paper[]) {
      papers = next;
      version++;
      for (const listener of listeners) listener();
    },
  };
}

const signal = () => new AbortController().signal;
const untilCalled = (spy: ReturnType<typeof vi.fn>) => vi.waitFor(() => expect(spy).toHaveBeenCalled());

it('says that a preview failed, and answers when the papers can be read again', async () => {
  const { cache, hold } = openCache();
  const [answer, fail] = [vi.fn(), vi.fn()];
  runPreview({ query: 'agents', topics: [] }, { cache, today: TODAY, signal: signal() }, answer, fail);
  await untilCalled(fail);
  expect(answer).not.toHaveBeenCalled();
  hold([GOOD]);
  await untilCalled(answer);
  expect(answer.mock.lastCall?.[0]).toMatchObject({ final: true, tally: { hits: 1 } });
});

it('says that counting failed, and counts when the papers can be read again', async () => {
  const { cache, hold } = openCache();
  const [answer, fail] = [vi.fn(), vi.fn()];
  runCounts(['agents'], { cache, today: TODAY, signal: signal() }, answer, fail);
  await untilCalled(fail);
  hold([GOOD]);
  await untilCalled(answer);
  expect(answer).toHaveBeenLastCalledWith(new Map([['agents', 1]]));
});

it('says that names could not be looked up', async () => {
  const { cache } = openCache();
  const [answer, fail] = [vi.fn(), vi.fn()];
  createNamesRun(cache)({ field: 'author', prefix: 'a' }, signal(), answer, fail);
  await untilCalled(fail);
  expect(answer).not.toHaveBeenCalled();
});

it('tells nobody of a failure of what is not asked any more', async () => {
  const { cache } = openCache();
  const fail = vi.fn();
  const stale = new AbortController();
  runPreview({ query: 'agents', topics: [] }, { cache, today: TODAY, signal: stale.signal }, vi.fn(), fail);
  stale.abort();
  const later = vi.fn();
  runPreview({ query: 'agents', topics: [] }, { cache, today: TODAY, signal: signal() }, vi.fn(), later);
  await untilCalled(later);
  expect(fail).not.toHaveBeenCalled();
});

it('tells the page what failed in the worker, and to whom', async () => {
  const { port1, port2 } = new MessageChannel();
  const { cache } = openCache();
  serveScanner(port2 as unknown as Port, () => ({
    watch(_kind, ask, onAnswer, onError) {
      const stale = new AbortController();
      runPreview(ask as never, { cache, today: TODAY, signal: stale.signal }, onAnswer as never, onError);
      return () => stale.abort();
    },
    close() {},
  }));
  const failed = vi.fn();
  const page = connectScanner(port1 as unknown as Port, TODAY, () => failed('the scanner'));
  port1.addEventListener('message', ({ data }) => page.hear(data));
  port1.start();
  port2.start();
  page.watch('preview', { query: 'agents', topics: [] }, vi.fn(), () => failed('the run'));
  await untilCalled(failed);
  expect(failed.mock.calls).toEqual([['the run']]);
  port1.close();
});
