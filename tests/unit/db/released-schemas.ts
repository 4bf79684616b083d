import type { OutboxRow } from '@/lib/core/copy/outbox';
import type { JournalRow } from '@/lib/core/journal/journal';
import type { Listing, Paper, Seen } from '@/lib/core/papers/paper';
import type { StoredStatus } from '@/lib/core/papers/status';
import type { SettingRow } from '@/lib/core/settings/settings';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { RequestRow } from '@/lib/core/sync/request-row';
import type { Topic } from '@/lib/core/topics/topic';
import { FEED_DATABASE, USER_DATABASE } from '@/lib/db/names';

type Stores = Readonly<Record<string, string>>;

/**
 * The keys and indexes of each version, whole. Released versions are history (law 11): add one below, never edit one.
 */
export const RELEASED: Readonly<Record<typeof FEED_DATABASE | typeof USER_DATABASE, readonly Stores[]>> = {
  [FEED_DATABASE]: [
    {
      papers: 'id, dailyDate',
      listings: '[source+date+paperId], date, paperId',
      seen: 'paperId',
      days: '[source+date], date',
      meta: 'key',
    },
    {
      papers: 'id, dailyDate',
      listings: '[source+date+paperId], date, paperId',
      seen: 'paperId',
      days: '[source+date], date',
      meta: 'key',
      requests: '++seq',
    },
  ],
  [USER_DATABASE]: [
    { statuses: 'paperId', topics: 'id, position', settings: 'key', journal: '++seq' },
    {
      statuses: 'paperId, starred.at, later.at, dismissed.at',
      topics: 'id, position',
      settings: 'key',
      journal: '++seq, group, open',
    },
    {
      statuses: 'paperId, starredSince, laterSince',
      topics: 'id, position',
      settings: 'key',
      journal: '++seq, group, open',
    },
    {
      statuses: 'paperId, starredSince, laterSince',
      topics: 'id, position',
      settings: 'key',
      journal: '++seq, group, open',
      outbox: 'key',
    },
    {
      statuses: 'paperId, starredSince, laterSince',
      topics: 'id, position',
      settings: 'key',
      journal: '++seq, group, open',
      outbox: 'key',
    },
  ],
};

/** Every field that a row, of whichever kind of its table, may have. */
type FieldsOf<T> = Record<T extends unknown ? keyof T : never, true>;

interface Rows {
  papers: Paper;
  listings: Listing;
  seen: Seen;
  days: LedgerRow;
  requests: RequestRow;
  statuses: StoredStatus;
  topics: Topic;
  settings: SettingRow;
  journal: JournalRow;
  outbox: OutboxRow;
}

/**
 * The fields of the rows in the newest version of each database. The compiler refuses one more or one less, so that
 * whoever changes a row comes here: what older code may leave alone can be added, anything else takes a new version.
 */
export const ROW_FIELDS: { [K in keyof Rows]: FieldsOf<Rows[K]> } = {
  papers: {
    id: true,
    title: true,
    summary: true,
    authors: true,
    publishedAt: true,
    dailyDate: true,
    upvotes: true,
    comments: true,
    keywords: true,
    aiSummary: true,
    organization: true,
    githubRepo: true,
    githubStars: true,
    projectPage: true,
    thumbnail: true,
    mediaUrls: true,
    categories: true,
    submitter: true,
    withdrawnAt: true,
    firstSeenAt: true,
    updatedAt: true,
  },
  listings: { source: true, date: true, paperId: true, rank: true, firstSeenAt: true },
  seen: { paperId: true, at: true },
  days: {
    source: true,
    date: true,
    state: true,
    papers: true,
    dropped: true,
    droppedCount: true,
    pages: true,
    readAt: true,
    settledAt: true,
    failure: true,
    triedAt: true,
    attempts: true,
    nextTryAt: true,
    jobId: true,
    picked: true,
  },
  requests: {
    seq: true,
    at: true,
    host: true,
    path: true,
    method: true,
    day: true,
    trigger: true,
    picked: true,
    status: true,
    failure: true,
    bytes: true,
    ms: true,
  },
  statuses: {
    paperId: true,
    title: true,
    link: true,
    read: true,
    starred: true,
    later: true,
    dismissed: true,
    note: true,
    tags: true,
    starredSince: true,
    laterSince: true,
  },
  topics: {
    id: true,
    name: true,
    query: true,
    colour: true,
    badge: true,
    notify: true,
    enabled: true,
    position: true,
    createdAt: true,
    updatedAt: true,
    deletedAt: true,
    times: true,
  },
  settings: { key: true, value: true, at: true },
  journal: {
    seq: true,
    at: true,
    group: true,
    action: true,
    key: true,
    open: true,
    undone: true,
    table: true,
    before: true,
    after: true,
  },
  outbox: { key: true, change: true },
};
