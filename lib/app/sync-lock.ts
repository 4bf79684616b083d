import { LOCK_HELD, withLock } from '@/lib/browser/locks';
import { HOLD_DEADLINE_MS, HOLD_GRACE_MS } from '@/lib/core/sync/limits';
import { readMeta } from '@/lib/db/queries/feed-state';
import { takeHold } from '@/lib/db/writes/feed';

/** The Web Lock of who writes feed facts. */
export const SYNC_LOCK = 'sync';

/** The right to write feed facts, until `deadline` (ms) or until `lost` aborts. */
export interface SyncHold {
  holder: string;
  deadline: number;
  lost: AbortSignal;
}

/**
 * Runs `work` as the one sync of the extension, or returns `LOCK_HELD`. A holder past its deadline (its request
 * hung over a suspend, its page froze) loses the lock to us, and its writes are refused from then on (FAULTS 19).
 */
export async function withSyncLock<T>(
  io: { now(): number; sleep(ms: number): Promise<void> },
  work: (hold: SyncHold) => Promise<T>,
): Promise<T | typeof LOCK_HELD> {
  const run = async (lost: AbortSignal) => {
    const holder = crypto.randomUUID();
    const since = io.now();
    await takeHold(holder, since);
    return work({ holder, deadline: since + HOLD_DEADLINE_MS, lost });
  };
  const result = await withLock(SYNC_LOCK, 'try', run);
  if (result !== LOCK_HELD) return result;
  if (!(await isHoldOver(io))) return LOCK_HELD;
  // A holder that has just taken the lock writes its name within moments: look twice before taking it by force.
  await io.sleep(1_000);
  if (!(await isHoldOver(io))) return LOCK_HELD;
  return withLock(SYNC_LOCK, 'steal', run);
}

/** Runs `work` as the one who may write feed facts, also while a sync is under way: that one's writes are refused from here on. */
export async function seizeSyncLock(now: number, work: (hold: SyncHold) => Promise<void>): Promise<void> {
  await withLock(SYNC_LOCK, 'steal', async (lost) => {
    const holder = crypto.randomUUID();
    await takeHold(holder, now);
    await work({ holder, deadline: now + HOLD_DEADLINE_MS, lost });
  });
}

/** True when the lock's holder is past its time; also when our clock was set back since it took the lock. */
async function isHoldOver(io: { now(): number }): Promise<boolean> {
  const hold = await readMeta('hold');
  if (!hold) return true;
  const heldMs = io.now() - hold.since;
  return heldMs > HOLD_DEADLINE_MS + HOLD_GRACE_MS || heldMs < -HOLD_GRACE_MS;
}
