import type { DebugFacts } from '@/lib/core/about/debug-text';
import { addDays, type Day } from '@/lib/core/days/day';
import { readFeedState, readLedger } from '@/lib/db/queries/feed-state';
import { readRequests } from '@/lib/db/queries/requests';
import { readDatabaseVersions, readTableSizes } from '@/lib/db/queries/table-sizes';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { type Live, useLive } from './use-live';

const LEDGER_DAYS = 60;

/** What the databases know of a fault; the topics beside it, to be told only where the user wants it. */
export type StoredFacts = Omit<DebugFacts, 'now' | 'version' | 'userAgent' | 'interests'> &
  Required<Pick<DebugFacts, 'interests'>>;

/** Live; `undefined` until it was read. */
export function useDebugFacts(today: Day): Live<StoredFacts | undefined> {
  return useLive<StoredFacts | undefined>(() => readFacts(today), [today], undefined);
}

async function readFacts(today: Day): Promise<StoredFacts> {
  const [databases, tables, feed, ledger, requests, { settings, problems }, topics] = await Promise.all([
    readDatabaseVersions(),
    readTableSizes(),
    readFeedState(),
    readLedger(addDays(today, 1 - LEDGER_DAYS), today),
    readRequests(),
    readSettings(),
    readTopics(),
  ]);
  return {
    databases,
    tables,
    feed,
    ledger,
    requests,
    settings,
    problems: problems.map(({ key }) => key),
    interests: { topics },
  };
}
