import { addDays, type Day } from '@/lib/core/days/day';
import type { SettingProblem, Settings } from '@/lib/core/settings/settings';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { RequestRow } from '@/lib/core/sync/request-row';
import type { Topic } from '@/lib/core/topics/topic';
import { type FeedState, readFeedState, readLedger } from '@/lib/db/queries/feed-state';
import { readRequests } from '@/lib/db/queries/requests';
import { readTableSizes, type TableSize } from '@/lib/db/queries/table-sizes';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { type Live, useLive } from './use-live';

export type { TableSize } from '@/lib/db/queries/table-sizes';

/** Every setting with the stored values that were not understood; `undefined` until they were read. */
export function useStoredSettings(): Live<{ settings: Settings; problems: SettingProblem[] } | undefined> {
  return useLive<{ settings: Settings; problems: SettingProblem[] } | undefined>(readSettings, [], undefined);
}

/** The topics in their order; `undefined` until they were read. */
export function useStoredTopics(): Live<Topic[] | undefined> {
  return useLive<Topic[] | undefined>(readTopics, [], undefined);
}

/** The state of the feed; `undefined` until it was read. */
export function useStoredFeed(): Live<FeedState | undefined> {
  return useLive<FeedState | undefined>(readFeedState, [], undefined);
}

/** Every request that is kept, newest first; `undefined` until they were read. */
export function useRequests(): Live<RequestRow[] | undefined> {
  return useLive<RequestRow[] | undefined>(readRequests, [], undefined);
}

/** The ledger of the `count` days that end with `today`, oldest first. */
export function useLedger(today: Day, count: number): Live<LedgerRow[] | undefined> {
  return useLive<LedgerRow[] | undefined>(
    () => readLedger(addDays(today, 1 - count), today),
    [today, count],
    undefined,
  );
}

/** What each table of both databases holds, live; `undefined` until it was counted. */
export function useTableSizes(): Live<TableSize[] | undefined> {
  return useLive<TableSize[] | undefined>(readTableSizes, [], undefined);
}
