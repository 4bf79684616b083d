import { repairMarks } from '@/lib/db/writes/repair';

/**
 * Makes right what code of an older version wrote after the upgrade of the database. To be called after an
 * update: the browser has closed the pages of that version then.
 */
export async function repairStored(): Promise<void> {
  await repairMarks();
}
