import { type AlarmPlan, ensureAlarm } from '@/lib/browser/alarms';
import { toQuietEnd } from '@/lib/core/alerts/quiet-hours';
import { DAY_MS } from '@/lib/core/days/day';
import type { Settings } from '@/lib/core/settings/settings';
import { RESUME_AFTER_MS } from '@/lib/core/sync/limits';
import { toPoliteness } from '@/lib/core/sync/politeness';
import { type FeedState, readFeedState } from '@/lib/db/queries/feed-state';
import { readIsNewer } from '@/lib/db/queries/newer-data';
import { readSettings } from '@/lib/db/queries/user';
import { isInView } from './in-view';

/** The shortest alarm Chrome keeps. */
const LOOK_AGAIN_MS = 30_000;

/**
 * Makes the doorbells agree with the database: `sync` at the stored due time, `resume` while a sync is unfinished,
 * `midnight` when the feed's day changes and the badge must be counted again, `alert` where something waits to be told of.
 * Idempotent; called at every wake, since browsers lose alarms at restarts, updates and when the extension is switched
 * off and on (FAULTS 2).
 */
export async function ensureAlarms(now = Date.now()): Promise<void> {
  const [state, { settings }, isNewer] = await Promise.all([readFeedState(), readSettings(), readIsNewer()]);
  // Nothing can be stored, so nothing is asked for: each ring would end in the next, every half minute.
  if (isNewer) return void (await Promise.all([ensureAlarm('sync', undefined), ensureAlarm('resume', undefined)]));
  // While a sync is unfinished `resume` rings for it. The due time has passed then: set to it, `sync` would ring at once,
  // find the lock held and be set again, thousands of times a minute.
  if (!state.job) await ensureAlarm('sync', toSyncPlan(state, settings.syncEveryMin, now));
  if (state.job) await ensureAlarm('resume', { ...toResumePlan(now + RESUME_AFTER_MS), orSooner: true });
  else await ensureAlarm('resume', undefined);
  await ensureAlarm('alert', await planAlertBell(state, settings, now));
  const serverNow = now + (state.clock?.offsetMs ?? 0);
  const untilMidnight = DAY_MS - (serverNow % DAY_MS);
  await ensureAlarm('midnight', { when: Math.round((now + untilMidnight) / 1000) * 1000 + 1_000 });
}

/**
 * Rings at the end of the quiet hours. Outside of them a popup in view is what the papers wait for: it says so when it is
 * left, but of one that closes while it has the focus that message may be lost. The end of a sync under way tells by itself.
 */
async function planAlertBell(
  { untold, job }: FeedState,
  settings: Settings,
  now: number,
): Promise<AlarmPlan | undefined> {
  if (!untold) return undefined;
  const quietEnd = toQuietEnd(settings, now);
  if (quietEnd !== undefined) return { when: quietEnd };
  return !job && (await isInView()) ? { when: now + LOOK_AGAIN_MS, orSooner: true } : undefined;
}

/** Rings at the due time; after it, or for a server that asks to wait, no nearer than half a minute. */
function toSyncPlan(state: FeedState, everyMin: number, now: number): AlarmPlan | undefined {
  if (everyMin === 0) return undefined;
  const dueAt = state.schedule?.nextDueAt ?? now;
  const earliest = Math.max(now + RESUME_AFTER_MS, toPoliteness(state.politeness, now).notBefore);
  // The period rings again when a worker died between the doorbell and its first commit.
  if (dueAt > now) return { when: Math.max(dueAt, state.politeness?.notBefore ?? 0), periodMin: everyMin };
  return { when: earliest, periodMin: everyMin, orSooner: true };
}

/**
 * The doorbell of an unfinished sync, at `when` (ms). It rings again until it is taken down: a worker that dies before
 * its first step has used up the ring that woke it, and without a second one the sync would wait for the next due time.
 */
export function toResumePlan(when: number): AlarmPlan {
  return { when, periodMin: RESUME_AFTER_MS / 60_000 };
}
