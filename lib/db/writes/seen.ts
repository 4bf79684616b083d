import type { PaperId } from '@/lib/core/papers/paper';
import { feedDb } from '../feed-database';

/** The papers were shown at `at`; the first time counts. Returns how many were not seen before. */
export async function writeSeen(ids: readonly PaperId[], at: number): Promise<number> {
  return feedDb.transaction('rw', feedDb.seen, async () => {
    const known = await feedDb.seen.bulkGet([...ids]);
    const fresh = [...new Set(ids.filter((_, i) => known[i] === undefined))];
    await feedDb.seen.bulkPut(fresh.map((paperId) => ({ paperId, at })));
    return fresh.length;
  });
}

/** The papers count as not shown again. */
export async function deleteSeen(ids: readonly PaperId[]): Promise<void> {
  await feedDb.seen.bulkDelete([...ids]);
}
