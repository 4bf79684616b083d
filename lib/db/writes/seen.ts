import Dexie from 'dexie';
import type { PaperId } from '@/lib/core/papers/paper';
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

/** The papers count as not shown again. */
export async function deleteSeen(ids: readonly PaperId[]): Promise<void> {
  await feedDb.seen.bulkDelete([...ids]);
}
