import { withLock } from '@/lib/browser/locks';
import { clearNotification, showNotification } from '@/lib/browser/notifications';
import { hasAlertPermission } from '@/lib/browser/permissions';
import { openPopupAt } from '@/lib/browser/tabs';
import { planAlert } from '@/lib/core/alerts/plan-alert';
import { toToldHash } from '@/lib/core/alerts/told';
import { compileTopics } from '@/lib/core/topics/match-topics';
import { readFeedState } from '@/lib/db/queries/feed-state';
import { readEntries } from '@/lib/db/queries/papers';
import { readSettings, readTopics } from '@/lib/db/queries/user';
import { changeUntold } from '@/lib/db/writes/feed';
import { isInView } from './in-view';
import { readToday } from './today';

/**
 * Shows one alert for what syncs have brought since the last one, where there is something to tell and no popup
 * in view. Idempotent: asked for after each sync, at each wake, and when a popup is left or closes. While a sync is under
 * way nothing is told: its end tells all of it at once.
 */
export async function tellArrivals(now = Date.now()): Promise<void> {
  // Who comes second stands in line: what its sync brought is not what is being told.
  await withLock('alert', 'wait', () => tell(now));
}

async function tell(now: number): Promise<void> {
  const { job, untold } = await readFeedState();
  if (job || !untold) return;
  const [entries, topics, { settings }, today, isAllowed, inView] = await Promise.all([
    readEntries(untold),
    readTopics(),
    readSettings(),
    readToday(now),
    hasAlertPermission(),
    isInView(),
  ]);
  const { alert, later } = planAlert({ entries, topics: compileTopics(topics), settings, inView, today, now });
  const waiting = isAllowed ? later : [];
  // Taken out before it is shown: of a worker that is killed between the two an alert may be missed, the badge counts
  // the papers all the same; the other way round everything would be told twice.
  await changeUntold((ids) => ids.filter((id) => !untold.includes(id) || waiting.includes(id)));
  if (!alert || !isAllowed) return;
  try {
    await showNotification(alert);
  } catch (error) {
    await changeUntold((ids) => [...untold, ...ids]);
    throw error;
  }
}

/** An alert was clicked: it goes, and its papers open. */
export async function openArrivals(id: string): Promise<void> {
  await openPopupAt(toToldHash(id));
  await clearNotification(id);
}
