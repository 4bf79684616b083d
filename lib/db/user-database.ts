import Dexie, { type Table } from 'dexie';
import type { OutboxRow } from '@/lib/core/copy/outbox';
import type { JournalRow } from '@/lib/core/journal/journal';
import { type StoredStatus, toStoredStatus } from '@/lib/core/papers/status';
import type { SettingRow } from '@/lib/core/settings/settings';
import type { Topic } from '@/lib/core/topics/topic';
import { guardVersion } from './guard-version';
import { USER_DATABASE } from './names';

/** What only the user can make. Strict durability: a note survives a power cut (law 14). */
export type UserDatabase = Dexie & {
  statuses: Table<StoredStatus, string>;
  topics: Table<Topic, string>;
  settings: Table<SettingRow, string>;
  journal: Table<JournalRow, number>;
  outbox: Table<OutboxRow, OutboxRow['key']>;
};

/** Released versions are history: add a version below, never edit one (law 11). */
function createUserDatabase(): UserDatabase {
  const db = new Dexie(USER_DATABASE, { chromeTransactionDurability: 'strict' }) as UserDatabase;
  db.version(1).stores({
    statuses: 'paperId',
    topics: 'id, position',
    settings: 'key',
    journal: '++seq',
  });
  // Only rows that were ever marked stand in an index of marks, and only what can be undone in `open`.
  db.version(2).stores({
    statuses: 'paperId, starred.at, later.at, dismissed.at',
    journal: '++seq, group, open',
  });
  // Only rows that bear the mark now: lists and their counts read no row whose mark was cleared.
  db.version(3)
    .stores({ statuses: 'paperId, starredSince, laterSince' })
    .upgrade((transaction) =>
      transaction
        .table<StoredStatus>('statuses')
        .toCollection()
        .modify((status, row) => {
          row.value = toStoredStatus(status);
        }),
    );
  db.version(4).stores({ outbox: 'key' });
  // Each field of a topic and each setting bears its own time. Older rows need none: they count as old as they are. But
  // code of an earlier version would change a field and leave its time, and a merge would bring the old value back.
  db.version(5).stores({});
  return guardVersion(db, USER_DATABASE);
}

/** The one handle of this context; opens at its first use. */
export const userDb = createUserDatabase();
