import { LOCK_HELD } from '@/lib/browser/locks';
import type { Day } from '@/lib/core/days/day';
import type { Failure } from '@/lib/core/sync/failure';
import { isPickable } from '@/lib/core/sync/picked-day';
import { isSyncDue } from '@/lib/core/sync/schedule';
import type { SyncTrigger } from '@/lib/core/sync/state';
import { isStorageError } from '@/lib/db/errors';
import { readFeedState, readMeta } from '@/lib/db/queries/feed-state';
import { readIsNewer } from '@/lib/db/queries/newer-data';
import { readSettings } from '@/lib/db/queries/user';
import { HoldLostError, wantDay } from '@/lib/db/writes/feed';
import { endSync, type SyncOutcome } from './end-sync';
import { runSync, toJob } from './run-sync';
import { browserSyncIo, type SyncIo } from './sync-io';
import { withSyncLock } from './sync-lock';
import { readToday } from './today';

export type SyncReply =
  /** The sync ended, well or with the failure it names. */
  | ({ kind: 'finished' } & SyncOutcome)
  /** Another context is at it, or this one stopped half-way: it goes on by itself. */
  | { kind: 'under-way' }
  /** Not yet; `null`: only by hand. */
  | { kind: 'not-due'; nextDueAt: number | null }
  /** The server asked us to wait: nothing was requested. */
  | { kind: 'barred'; until: number }
  /** A newer version of the extension wrote the databases: this one only shows them. */
  | { kind: 'newer' }
  /** The picked day is none that can be read. */
  | { kind: 'refused' };

/**
 * Fetches what the ledger lacks and stores it; with a `day` that the user picked, that day alone. Safe to call at any
 * time from any context: one sync runs at a time, an unfinished one is continued, a picked day joins it, an early call
 * does nothing. Never throws: every failure is stored with words.
 */
export async function syncPapers(trigger: SyncTrigger, io: SyncIo = browserSyncIo, day?: Day): Promise<SyncReply> {
  try {
    if (await readIsNewer()) return { kind: 'newer' };
    if (day !== undefined) {
      if (!isPickable(day, await readToday(io.now()))) return { kind: 'refused' };
      await wantDay(day, toJob('hand', io, true));
    }
    const reply = await syncOnce(trigger, day === undefined, io);
    let last = reply;
    // Picked while this sync was ending: too late to be read by it, too early for a free lock.
    while (last.kind === 'finished' && !last.failure && (await readMeta('wanted'))) {
      last = await syncOnce(trigger, false, io);
    }
    return reply;
  } catch (error) {
    if (isTakenOver(error)) return { kind: 'under-way' };
    // Not even the failure could be stored. Each request is counted in the database before it goes out, so a full disk
    // can't turn into a flood of them.
    return { kind: 'finished', requests: 0, newPapers: 0, failure: toBreakdown(error, io) };
  }
}

/** One sync: of all that is due where `whole`, else of the picked days. */
async function syncOnce(trigger: SyncTrigger, whole: boolean, io: SyncIo): Promise<SyncReply> {
  for (;;) {
    const early = await planStart(trigger, whole, io);
    if (early.kind !== 'go') return early;
    const result = await withSyncLock(io, async (hold): Promise<SyncReply> => {
      // Ten callers pass the first check together; the nine that come second find the work done.
      const late = await planStart(trigger, whole, io);
      if (late.kind !== 'go') return late;
      return runSync(trigger, late.wholeIsDue, hold, io).catch((error: unknown) => {
        if (isTakenOver(error)) throw error;
        return endSync(toBreakdown(error, io), hold, io);
      });
    });
    if (result !== LOCK_HELD) return result;
    // A reading of picked days does not do what the refresh button asks for: stand in line.
    if (trigger !== 'hand' || !whole || !(await readMeta('job'))?.wantedOnly) return { kind: 'under-way' };
    await io.sleep(1_000);
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

/** Whether to go on, or the reply where there is nothing to do. */
async function planStart(
  trigger: SyncTrigger,
  whole: boolean,
  io: SyncIo,
): Promise<SyncReply | { kind: 'go'; wholeIsDue: boolean }> {
  const [state, { settings }] = await Promise.all([readFeedState(), readSettings()]);
  const { job, schedule, wanted } = state;
  const now = io.now();
  const wholeIsDue = whole && isSyncDue({ schedule, everyMin: settings.syncEveryMin }, trigger, now);
  if (!wholeIsDue && !job && (whole || !wanted)) {
    // Read meanwhile by the sync that was under way, or not yet due.
    return whole
      ? { kind: 'not-due', nextDueAt: schedule?.nextDueAt ?? null }
      : { kind: 'finished', requests: 0, newPapers: 0 };
  }
  const until = state.politeness?.notBefore ?? 0;
  const barred = until > now && until - now < 48 * 3_600_000 && !job;
  // A permission taken back meanwhile is found out, and told, by the sync itself.
  return barred && (await io.hasAccess()) ? { kind: 'barred', until } : { kind: 'go', wholeIsDue };
}
