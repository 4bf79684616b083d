import type { CopiedTable } from '@/lib/core/copy/copied-rows';
import { type OutboxRow, type StaleKey, toPart } from '@/lib/core/copy/outbox';
import type { DatabaseSide } from '@/lib/core/copy/plan-check';
import type { RawRows } from '@/lib/core/copy/plan-merge';
import { userDb } from '../user-database';

/** What the copy is behind in. */
export interface StaleRow extends OutboxRow {
  key: StaleKey;
}

/** What of the database the copy has to learn. */
export interface Outbox {
  written: number | undefined;
  isDeleted: boolean;
  stale: StaleRow[];
  rows: Record<CopiedTable, number>;
}

const { statuses, topics, settings, outbox } = userDb;

/** What the database says of its copy, counted by index. */
export async function readDatabaseSide(): Promise<DatabaseSide> {
  const { stale, ...side } = await userDb.transaction('r', statuses, topics, settings, outbox, readOutbox);
  const parts = new Set(stale.map(({ key }) => toPart(key)));
  const isAllStale =
    side.rows.statuses <= [...parts].filter((part) => part.startsWith('status:')).length &&
    (side.rows.topics === 0 || parts.has('topics')) &&
    (side.rows.settings === 0 || parts.has('settings'));
  return { ...side, stale: stale.length, isAllStale };
}

/** The outbox, and the rows that it names: topics and settings all, of the statuses those that changed. */
export async function readStale(): Promise<Outbox & { changed: RawRows }> {
  return userDb.transaction('r', statuses, topics, settings, outbox, async () => {
    const found = await readOutbox();
    const parts = new Set(found.stale.map(({ key }) => toPart(key)));
    const ids = [...parts].flatMap((part) => (part.startsWith('status:') ? [part.slice('status:'.length)] : []));
    return {
      ...found,
      changed: {
        statuses: await statuses.bulkGet(ids),
        topics: parts.has('topics') ? await topics.toArray() : [],
        settings: parts.has('settings') ? await settings.toArray() : [],
      },
    };
  });
}

/** Every row that is copied, and the outbox of the same moment. */
export type Copied = Outbox & { all: RawRows };

export async function readCopied(): Promise<Copied> {
  return userDb.transaction('r', statuses, topics, settings, outbox, async () => ({
    ...(await readOutbox()),
    all: await readRawRows(),
  }));
}

/** Inside the caller's transaction. */
export async function readRawRows(): Promise<RawRows> {
  return {
    statuses: await statuses.toArray(),
    topics: await topics.toArray(),
    settings: await settings.toArray(),
  };
}

async function readOutbox(): Promise<Outbox> {
  const found = await outbox.toArray();
  const written = Number(found.find(({ key }) => key === 'written')?.change);
  return {
    written: Number.isSafeInteger(written) ? written : undefined,
    isDeleted: found.some(({ key }) => key === 'deleted'),
    stale: found.filter((row): row is StaleRow => row.key !== 'written' && row.key !== 'deleted'),
    rows: {
      statuses: await statuses.count(),
      topics: await topics.count(),
      settings: await settings.count(),
    },
  };
}
