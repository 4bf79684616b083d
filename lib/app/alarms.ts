import { type AlarmPlan, ensureAlarm } from '@/lib/browser/alarms';
import { DAY_MS } from '@/lib/core/days/day';
import { RESUME_AFTER_MS } from '@/lib/core/sync/limits';
import { readFeedState } from '@/lib/db/queries/feed-state';
import { readSettings } from '@/lib/db/queries/user';

/**
 * Makes the doorbells agree with the database: `sync` at the stored due time, `resume` while a sync is unfinished,
 * `midnight` when the feed's day changes and the badge must be counted again. Idempotent; called at every wake,
 * since browsers lose alarms at restarts, updates and when the extension is switched off and on (FAULTS 2).
 */
export async function ensureAlarms(now = Date.now()): Promise<void> {
  const [state, { settings }] = await Promise.all([readFeedState(), readSettings()]);
  const dueAt = settings.syncEveryMin === 0 ? null : (state.schedule?.nextDueAt ?? now + RESUME_AFTER_MS);
  // The period rings again when a worker died between the doorbell and its first commit.
  await ensureAlarm(
    'sync',
    dueAt === null ? undefined : { when: Math.max(dueAt, now), periodMin: settings.syncEveryMin },
  );
  if (state.job) await ensureAlarm('resume', { ...toResumePlan(now + RESUME_AFTER_MS), orSooner: true });
  else await ensureAlarm('resume', undefined);
  const serverNow = now + (state.clock?.offsetMs ?? 0);
  const untilMidnight = DAY_MS - (serverNow % DAY_MS);
  await ensureAlarm('midnight', { when: Math.round((now + untilMidnight) / 1000) * 1000 + 1_000 });
}

/**
 * The doorbell of an unfinished sync, at `when` (ms). It rings again until it is taken down: a worker that dies before
 * its first step has used up the ring that woke it, and without a second one the sync would wait for the next due time.
 */
export function toResumePlan(when: number): AlarmPlan {
  return { when, periodMin: RESUME_AFTER_MS / 60_000 };
}
