import type { Failure } from './failure';
import type { Schedule, SyncJob, SyncTrigger } from './state';

const MINUTE_MS = 60_000;
/** A due time is spread over this share of the interval, so that a million installs do not ring together. */
const JITTER = 0.15;
const FIRST_RETRY_MS = MINUTE_MS;

/**
 * When an automatic sync is due after one that ended at `now`; `null` for a schedule by hand.
 * `random` in [0, 1). After a failure: 1, 2, 4 … minutes with jitter, never later than the interval, never before
 * `failure.until` (FAULTS 17: to the second, then spread a little).
 */
export function planNextDue(
  {
    everyMin,
    failures,
    failure,
    notBefore = 0,
  }: { everyMin: number; failures: number; failure?: Failure | undefined; notBefore?: number },
  now: number,
  random: number,
): number | null {
  if (everyMin === 0) return null;
  const intervalMs = everyMin * MINUTE_MS;
  const retryMs = FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20);
  const baseMs = failure && failure.kind !== 'no-permission' ? Math.min(intervalMs, retryMs) : intervalMs;
  const until = Math.max(notBefore, failure && 'until' in failure ? (failure.until ?? 0) : 0);
  const dueAt = now + baseMs * (1 + JITTER * random);
  return Math.ceil(dueAt >= until ? dueAt : until + random * Math.min(baseMs, MINUTE_MS));
}

/** True when `trigger` may start a sync at `now`. An unfinished one always goes on. */
export function isSyncDue(
  { schedule, job, everyMin }: { schedule?: Schedule | undefined; job?: SyncJob | undefined; everyMin: number },
  trigger: SyncTrigger,
  now: number,
): boolean {
  if (['hand', 'install', 'permission', 'room'].includes(trigger) || job) return true;
  if (everyMin === 0) return false;
  if (!schedule || schedule.nextDueAt === null) return true;
  // Our clock was set back: a due time beyond any interval was written by another time.
  const furthest = now + everyMin * MINUTE_MS * (1 + JITTER) + MINUTE_MS;
  const waitsForServer = schedule.failure?.kind === 'rate-limited' && schedule.failure.at <= now;
  return now >= schedule.nextDueAt || (schedule.nextDueAt > furthest && !waitsForServer);
}

/**
 * The schedule row after a sync that ended at `now`. One that learnt nothing (every day waits for its next
 * try) changes nothing: the failure that stands goes on standing.
 */
export function planSchedule(
  before: Schedule | undefined,
  {
    everyMin,
    learnt,
    failure: met,
    notBefore,
    now,
    random,
  }: {
    everyMin: number;
    learnt: boolean;
    failure?: Failure | undefined;
    notBefore?: number;
    now: number;
    random: number;
  },
): Schedule {
  const failure = met ?? (learnt ? undefined : before?.failure);
  const failures = failure ? (before?.failures ?? 0) + 1 : 0;
  const nextDueAt = planNextDue(
    { everyMin, failures, failure, ...(notBefore === undefined ? {} : { notBefore }) },
    now,
    random,
  );
  const lastSuccessAt = failure || !learnt ? before?.lastSuccessAt : now;
  return {
    nextDueAt,
    lastAttemptAt: now,
    failures,
    ...(lastSuccessAt === undefined ? {} : { lastSuccessAt }),
    ...(failure ? { failure } : {}),
  };
}
