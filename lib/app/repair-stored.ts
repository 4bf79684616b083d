import { repairMarks } from '@/lib/db/writes/repair';

/**
 * Makes right what code of an older version wrote after the upgrade of the database. To be called when no page of that
 * version can be open any more: after an update, and at a start of the browser.
 */
export async function repairStored(): Promise<void> {
  await repairMarks();
}
