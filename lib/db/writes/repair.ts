import { type StoredStatus, toStoredStatus } from '@/lib/core/papers/status';
import { userDb } from '../user-database';

/**
 * Makes the fields by which the lists of marks are found agree with the marks. Code of an older version that was open
 * during an upgrade has gone on writing without them: its papers would be in no list, or in one for ever. Returns how
 * many rows were wrong.
 */
export async function repairMarks(): Promise<number> {
  // A write waits for every other: mostly there is nothing to do.
  if ((await readRepaired()).length === 0) return 0;
  return userDb.transaction('rw', userDb.statuses, async () => {
    const repaired = await readRepaired();
    await userDb.statuses.bulkPut(repaired);
    return repaired.length;
  });
}

async function readRepaired(): Promise<StoredStatus[]> {
  const rows = await userDb.statuses.toArray();
  return rows.flatMap((row) => {
    const right = toStoredStatus(row);
    return right.starredSince === row.starredSince && right.laterSince === row.laterSince ? [] : [right];
  });
}
