import { LOCK_HELD } from '@/lib/browser/locks';
import type { Failure } from '@/lib/core/sync/failure';
import { isSyncDue } from '@/lib/core/sync/schedule';
import type { SyncTrigger } from '@/lib/core/sync/state';
import { isStorageError } from '@/lib/db/errors';
import { readFeedState, readMeta } from '@/lib/db/queries/feed-state';
import { readSettings } from '@/lib/db/queries/user';
import { HoldLostError } from '@/lib/db/writes/feed';
import { endSync, type SyncOutcome } from './end-sync';
import { runSync } from './run-sync';
import { browserSyncIo, type SyncIo } from './sync-io';
import { withSyncLock } from './sync-lock';

export type SyncReply =
  /** The sync ended, well or with the failure it names. */
  | ({ kind: 'finished' } & SyncOutcome)
  /** Another context is at it, or this one stopped half-way: it goes on by itself. */
  | { kind: 'under-way' }
  /** Not yet; `null`: only by hand. */
  | { kind: 'not-due'; nextDueAt: number | null }
  /** The server asked us to wait: nothing was requested. */
  | { kind: 'barred'; until: number };

/**
 * Fetches what the ledger lacks and stores it. Safe to call at any time from any context: one sync runs at a time,
 * an unfinished one is continued, an early call does nothing. Never throws: every failure is stored with words.
 */
export async function syncPapers(trigger: SyncTrigger, io: SyncIo = browserSyncIo): Promise<SyncReply> {
  try {
    const early = await toEarlyReply(trigger, io);
    if (early) return early;
    const result = await withSyncLock(io, async (hold): Promise<SyncReply> => {
      // Ten callers pass the first check together; the nine that come second find the work done.
      const late = await toEarlyReply(trigger, io);
      if (late) return late;
      return runSync(trigger, hold, io).catch((error: unknown) => {
        if (isTakenOver(error)) throw error;
        return endSync(toBreakdown(error, io), hold, io);
      });
    });
    return result === LOCK_HELD ? { kind: 'under-way' } : result;
  } catch (error) {
    if (isTakenOver(error)) return { kind: 'under-way' };
    // Not even the failure could be stored. Each request is counted in the database before it goes out, so a full disk
    // can't turn into a flood of them.
    return { kind: 'finished', requests: 0, newPapers: 0, failure: toBreakdown(error, io) };
  }
}

/** Somebody took the lock from us: the sync goes on there. */
function isTakenOver(error: unknown): boolean {
  return error instanceof HoldLostError || (error instanceof DOMException && error.name === 'AbortError');
}

/** The database refused, or we made a mistake. */
function toBreakdown(error: unknown, io: SyncIo): Failure {
  console.error('sync broke off', error);
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: isStorageError(error) ? 'storage' : 'unexpected', at: io.now(), detail };
}

/** True while a sync that was begun has not ended: its worker died, or it is running now. */
export async function isSyncUnfinished(): Promise<boolean> {
  return (await readMeta('job')) !== undefined;
}

async function toEarlyReply(trigger: SyncTrigger, io: SyncIo): Promise<SyncReply | undefined> {
  const [state, { settings }] = await Promise.all([readFeedState(), readSettings()]);
  const now = io.now();
  if (!isSyncDue({ ...state, everyMin: settings.syncEveryMin }, trigger, now)) {
    return { kind: 'not-due', nextDueAt: state.schedule?.nextDueAt ?? null };
  }
  const until = state.politeness?.notBefore ?? 0;
  const barred = until > now && until - now < 48 * 3_600_000 && !state.job;
  // A permission taken back meanwhile is found out, and told, by the sync itself.
  return barred && (await io.hasAccess()) ? { kind: 'barred', until } : undefined;
}
