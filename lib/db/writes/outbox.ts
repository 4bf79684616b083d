import type { StaleKey } from '@/lib/core/copy/outbox';
import { userDb } from '../user-database';

/**
 * Writes down that the second copy is behind in these, inside the transaction that changes them: without this a
 * page that closes before the copy was written leaves one that nobody brings up to date.
 */
export async function markStale(keys: readonly StaleKey[]): Promise<void> {
  const change = crypto.randomUUID();
  await userDb.outbox.bulkPut(keys.map((key) => ({ key, change })));
}
