import Dexie from 'dexie';
import type { PaperId, Seen } from '@/lib/core/papers/paper';
import { feedDb } from '../feed-database';

/**
 * The papers were shown at `at`; the first time counts. Returns how many were not seen before. One blind write, no
 * read before it: a page that closes has no turn left for an answer.
 */
export async function writeSeen(ids: readonly PaperId[], at: number): Promise<number> {
  const rows = [...new Set(ids)].map((paperId) => ({ paperId, at }));
  return feedDb.transaction('rw', feedDb.seen, async () => {
    try {
      await feedDb.seen.bulkAdd(rows);
      return rows.length;
    } catch (error) {
      if (!(error instanceof Dexie.BulkError) || error.failures.some(({ name }) => name !== 'ConstraintError'))
        throw error;
      return rows.length - error.failures.length;
    }
  });
}

/** Those of the papers that were not shown yet. */
export async function readUnseen(ids: readonly PaperId[]): Promise<PaperId[]> {
  const seen = await feedDb.seen.bulkGet([...ids]);
  return ids.filter((_, i) => seen[i] === undefined);
}

/** The papers count as not shown again, where the row is the one that was written. Returns those it was. */
export async function deleteSeen(written: readonly Seen[]): Promise<Seen[]> {
  return feedDb.transaction('rw', feedDb.seen, async () => {
    const rows = await feedDb.seen.bulkGet(written.map(({ paperId }) => paperId));
    const gone = written.filter(({ at }, i) => rows[i]?.at === at);
    await feedDb.seen.bulkDelete(gone.map(({ paperId }) => paperId));
    return gone;
  });
}

/** Puts back what `deleteSeen` took. */
export async function putSeen(rows: readonly Seen[]): Promise<void> {
  await feedDb.seen.bulkPut(rows);
}
