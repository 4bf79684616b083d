import { withLock } from '@/lib/browser/locks';
import { readRoomMark, writeRoomMark } from '@/lib/browser/room-mark';
import type { Failure } from '@/lib/core/sync/failure';
import { needsRoom, type Pruned, planRoom, toSupportedDay } from '@/lib/core/sync/retention';
import { readAllLedger, readFeedState } from '@/lib/db/queries/feed-state';
import { readIsNewer } from '@/lib/db/queries/newer-data';
import { readKeptIds } from '@/lib/db/queries/statuses';
import { dropForRoom, noteRoom } from '@/lib/db/writes/drop-days';
import { afterCommit } from './after-commit';
import { isFull } from './full-disk';
import { refreshBadge } from './refresh-badge';
import { SYNC_LOCK } from './sync-lock';
import { readToday } from './today';

/**
 * Deletes the oldest half of the papers that are not fetched again by themselves, where `failure` says that the disk was
 * full a moment ago; true where some went. Once, until a reading has succeeded: what did not help the first time would take
 * all of them. Never what the user made, never a marked paper. By deletions alone, and without a name for the lock's
 * holder: a full disk would refuse every row.
 */
export async function makeRoom(failure: Failure | undefined): Promise<boolean> {
  if (!(await isNeeded(failure)) || (await readIsNewer())) return false;
  const done = await withLock(SYNC_LOCK, 'try', async () => {
    // Again under the lock: another page may have done it.
    if (!(await isNeeded(failure))) return false;
    const now = Date.now();
    const ledger = await readAllLedger();
    const supported = toSupportedDay(ledger, await readToday(now));
    const gone = supported === undefined ? [] : planRoom(ledger, supported);
    if (gone.length === 0) return false;
    const papers = await dropForRoom(gone, await readKeptIds());
    await remember({ at: now, why: 'room', papers, until: gone.at(-1) ?? '' });
    return true;
  });
  if (done === true) await afterCommit(refreshBadge);
  return done === true;
}

/** The same where a write of the user's was refused with `error` a moment ago. */
export async function makeRoomFor(error: unknown): Promise<boolean> {
  return isFull(error) && makeRoom({ kind: 'storage', at: Date.now(), detail: 'QuotaExceededError' });
}

async function isNeeded(failure: Failure | undefined): Promise<boolean> {
  const { schedule, room } = await readFeedState();
  const madeAt = Math.max(room?.at ?? 0, await readRoomMark());
  return needsRoom(failure, { madeAt, readAt: schedule?.lastSuccessAt ?? 0, now: Date.now() });
}

async function remember(made: Pruned): Promise<void> {
  try {
    await noteRoom(made);
  } catch (error) {
    console.error('not written down that room was made', error);
    await writeRoomMark(made.at);
  }
}
