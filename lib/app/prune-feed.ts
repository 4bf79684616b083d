import { readFeedState } from '@/lib/db/queries/feed-state';
import { readIsNewer } from '@/lib/db/queries/newer-data';
import { askSync } from './ask-sync';
import { makeRoom } from './make-room';
import { pruneByAge } from './prune-by-age';

/**
 * Deletes the stored papers that are older than the user wants to keep them and, where a sync has just found the disk full,
 * the oldest half of what is not fetched again by itself; then the feed is read again. Never what the user made, never a
 * paper with a star, a note, a tag or kept for later. While a sync is under way it is left for the next time.
 */
export async function pruneFeed(): Promise<void> {
  if (await readIsNewer()) return;
  if (await makeRoom((await readFeedState()).schedule?.failure)) await askSync('hand');
  await pruneByAge();
}
