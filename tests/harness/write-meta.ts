import { feedDb } from '@/lib/db/feed-database';
import type { MetaChanges } from '@/lib/db/writes/feed';

/** Rows of `meta` as an earlier life of the extension would have left them; `null` deletes. */
export async function writeMeta(changes: MetaChanges): Promise<void> {
  for (const [key, value] of Object.entries(changes) as [keyof MetaChanges, never][]) {
    if (value === null) await feedDb.meta.delete(key);
    else await feedDb.meta.put({ key, value });
  }
}
