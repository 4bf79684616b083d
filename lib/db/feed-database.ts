import Dexie, { type Table } from 'dexie';
import type { Day } from '@/lib/core/days/day';
import type { Listing, Paper, Seen, SourceId } from '@/lib/core/papers/paper';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { RequestRow } from '@/lib/core/sync/request-row';
import type { MetaKey, MetaValues } from '@/lib/core/sync/state';
import { guardVersion } from './guard-version';
import { FEED_DATABASE } from './names';

export interface MetaRow<K extends MetaKey = MetaKey> {
  key: K;
  value: MetaValues[K];
}

/** What can be fetched again. Relaxed durability: a power cut costs one re-reading (law 3). */
export type FeedDatabase = Dexie & {
  papers: Table<Paper, string>;
  listings: Table<Listing, [SourceId, Day, string]>;
  seen: Table<Seen, string>;
  days: Table<LedgerRow, [SourceId, Day]>;
  meta: Table<MetaRow, MetaKey>;
  requests: Table<RequestRow, number>;
};

/** Released versions are history: add a version below, never edit one (law 11). */
function createFeedDatabase(): FeedDatabase {
  const db = new Dexie(FEED_DATABASE, { chromeTransactionDurability: 'relaxed' }) as FeedDatabase;
  db.version(1).stores({
    papers: 'id, dailyDate',
    listings: '[source+date+paperId], date, paperId',
    seen: 'paperId',
    days: '[source+date], date',
    meta: 'key',
  });
  db.version(2).stores({ requests: '++seq' });
  return guardVersion(db, FEED_DATABASE);
}

/** The one handle of this context; opens at its first use. */
export const feedDb = createFeedDatabase();
