import type { CopiedPart } from '@/lib/core/copy/outbox';
import { userDb } from '../user-database';

/**
 * Writes down that the second copy is behind in these parts, inside the transaction that changes them: without this a
 * page that closes before the copy was written leaves one that nobody brings up to date.
 */
export async function markStale(parts: readonly CopiedPart[]): Promise<void> {
  const change = crypto.randomUUID();
  await userDb.outbox.bulkPut(parts.map((key) => ({ key, change })));
}
