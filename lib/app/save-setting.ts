import type { SettingKey, Settings } from '@/lib/core/settings/settings';
import { planNextDue } from '@/lib/core/sync/schedule';
import { readMeta } from '@/lib/db/queries/feed-state';
import { writeMeta } from '@/lib/db/writes/feed';
import { writeSetting } from '@/lib/db/writes/user';
import { ensureAlarms } from './alarms';
import { refreshBadge } from './refresh-badge';

/** Stores a setting and makes it take effect at once. */
export async function saveSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
  await writeSetting(key, value, Date.now());
  if (key === 'syncEveryMin') await reschedule(value as Settings['syncEveryMin']);
  if (key === 'showBadge') await refreshBadge();
}

/** The new interval counts from the last sync, not from the click: playing with the choice postpones nothing. */
async function reschedule(everyMin: Settings['syncEveryMin']): Promise<void> {
  const now = Date.now();
  const schedule = await readMeta('schedule');
  if (schedule) {
    const { failures, failure, lastAttemptAt = now } = schedule;
    const dueAt = planNextDue({ everyMin, failures, failure }, lastAttemptAt, Math.random());
    await writeMeta({ schedule: { ...schedule, nextDueAt: dueAt === null ? null : Math.max(dueAt, now) } });
  }
  await ensureAlarms(now);
  await refreshBadge();
}
