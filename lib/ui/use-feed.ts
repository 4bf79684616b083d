import { useState } from 'preact/hooks';
import { addDays, type Day, toUtcDay } from '@/lib/core/days/day';
import { STRIP_DAYS } from '@/lib/core/days/strip';
import { NEW_FOR_DAYS } from '@/lib/core/papers/new';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { DayList } from '@/lib/db/queries/days';
import type { FeedState } from '@/lib/db/queries/feed-state';
import type { PaperEntry } from '@/lib/db/queries/papers';
import { createPaperKeeper } from './keep-papers';
import type { Start } from './start';
import { type Live, useLive } from './use-live';

export type { DayList } from '@/lib/db/queries/days';
export type { FeedState } from '@/lib/db/queries/feed-state';
export type { PaperEntry } from '@/lib/db/queries/papers';

/** The state of the feed and the feed's day now. `now` is our clock. */
export function useFeedState(start: Start, now: number): Live<FeedState> & { today: Day } {
  const state = useLive((queries) => queries.readFeedState(), [], start.state);
  return { ...state, today: toUtcDay(now + (state.value.clock?.offsetMs ?? 0)) };
}

export function useTopics(start: Start) {
  return useLive((queries) => queries.readTopics(), [], start.topics);
}

export function useSettings(start: Start) {
  return useLive(async (queries) => (await queries.readSettings()).settings, [], start.settings);
}

/** The newest day with papers. */
export function useNewestDay(start: Start, today: Day): Live<Day | undefined> {
  return useLive((queries) => queries.readNewestDay(today), [today], start.newest);
}

/** The oldest day one can step back to; the oldest of the strip until the first answer, so that no early click is lost. */
export function useOldestDay(start: Start): Live<Day | undefined> {
  const known = start.ledger.map(({ date }) => date).sort()[0];
  return useLive<Day | undefined>((queries) => queries.readOldestDay(), [], known);
}

/** The list of `day`; the start's own list until the first answer. */
export function useDayList(start: Start, day: Day): Live<DayList> {
  const initial: DayList = { day: start.day ?? day, entries: start.entries, earlierEntries: [] };
  return useLive((queries) => queries.readDayList(day), [day], initial);
}

/** The ledger of the strip that ends with `last`. */
export function useStripLedger(start: Start, last: Day): Live<LedgerRow[]> {
  return useLive((queries) => queries.readLedger(addDays(last, 1 - STRIP_DAYS), last), [last], start.ledger);
}

/** The ledger of the strip that ends today, whichever is looked at. */
export function useRecentLedger(start: Start, today: Day): Live<LedgerRow[]> {
  return useStripLedger(start, today);
}

/** The ledger of a month, by its first and last day; unknown at first. */
export function useMonthLedger(first: Day, last: Day): Live<LedgerRow[] | undefined> {
  return useLive<LedgerRow[] | undefined>((queries) => queries.readLedger(first, last), [first, last], undefined);
}

/** All papers that can be new, seen or not: what New and the strip are counted from. Unknown at first. */
export function useWindow(today: Day): Live<PaperEntry[] | undefined> {
  const [keep] = useState(createPaperKeeper);
  return useLive<PaperEntry[] | undefined>(
    async (queries) => keep(await queries.readWindow(today)),
    [today],
    undefined,
  );
}

/** The papers of a strip that ends before the window does; none where the window holds them. */
export function useOlderPapers(last: Day, today: Day): Live<PaperEntry[]> {
  const isWindow = last >= addDays(today, STRIP_DAYS - 1 - NEW_FOR_DAYS);
  return useLive(
    async (queries) => (isWindow ? [] : queries.readPapersBetween(addDays(last, 1 - STRIP_DAYS), last)),
    [last, isWindow],
    [],
  );
}
