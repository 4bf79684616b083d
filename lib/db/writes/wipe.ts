import type { MetaKey, MetaValues } from '@/lib/core/sync/state';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';
import { HoldLostError } from './feed';

/** What the server asked of us, and who holds the sync, are no feed facts: without them a server that asked to wait is asked at once. */
const KEPT_META: readonly MetaKey[] = ['hold', 'politeness', 'clock'];

/** Empties the user's database: all of it or, where the database refuses, nothing. */
export async function wipeUser(): Promise<void> {
  await userDb.transaction('rw', userDb.tables, async () => {
    for (const table of userDb.tables) await table.clear();
  });
}

/** No paper counts as shown any more. */
export async function wipeSeen(): Promise<void> {
  await feedDb.seen.clear();
}

/**
 * Deletes what was fetched, in one transaction. What was shown to the user stays: a paper that comes back is not new
 * again (law 3). Throws `HoldLostError` before writing when `holder` no longer holds the sync.
 */
export async function wipeFeed(holder: string): Promise<void> {
  const { papers, listings, days, requests, meta } = feedDb;
  await feedDb.transaction('rw', papers, listings, days, requests, meta, async () => {
    const hold = (await meta.get('hold'))?.value as MetaValues['hold'] | undefined;
    if (hold?.holder !== holder) throw new HoldLostError();
    for (const table of [papers, listings, days, requests]) await table.clear();
    await meta.where('key').noneOf(KEPT_META).delete();
  });
}
