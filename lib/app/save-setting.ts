import type { SettingKey, Settings } from '@/lib/core/settings/settings';
import { toPoliteness } from '@/lib/core/sync/politeness';
import { planNextDue } from '@/lib/core/sync/schedule';
import { readMeta } from '@/lib/db/queries/feed-state';
import { changeDueTime } from '@/lib/db/writes/feed';
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
  const notBefore = toPoliteness(await readMeta('politeness'), now).notBefore;
  await changeDueTime(({ failures, failure, lastAttemptAt = now }) => {
    const dueAt = planNextDue({ everyMin, failures, failure, notBefore }, lastAttemptAt, Math.random());
    return dueAt === null ? null : Math.max(dueAt, now);
  });
  await ensureAlarms(now);
  await refreshBadge();
}
