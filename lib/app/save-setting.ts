import { toActionWords } from '@/lib/core/journal/action-words';
import type { SettingKey, Settings } from '@/lib/core/settings/settings';
import { toPoliteness } from '@/lib/core/sync/politeness';
import { planNextDue } from '@/lib/core/sync/schedule';
import { readMeta } from '@/lib/db/queries/feed-state';
import { readSettings } from '@/lib/db/queries/user';
import { changeDueTime } from '@/lib/db/writes/feed';
import { writeSetting } from '@/lib/db/writes/user';
import { afterCommit } from './after-commit';
import { copySoon } from './after-user-write';
import { ensureAlarms } from './alarms';
import { beginAction, type Done, toNothing } from './mark';
import { rearm } from './rearm';
import { refreshBadge } from './refresh-badge';

/** Stores a setting and makes it take effect at once. */
export async function saveSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<Done> {
  const action = beginAction();
  if (!(await writeSetting(key, value, action))) return toNothing(action.group);
  copySoon();
  await applySettings([key]);
  return {
    group: action.group,
    count: 1,
    words: toActionWords({ at: action.at, action: 'setting', table: 'settings', key }, 1),
  };
}

/** Makes stored settings take effect; a page that shows them sees them by itself. */
export async function applySettings(keys: readonly string[]): Promise<void> {
  if (keys.includes('syncEveryMin')) await afterCommit(reschedule);
  // Whatever it is: the popup's first frame obeys it.
  await afterCommit(refreshBadge);
  // What waits for the end of the quiet hours is told when there are none any more.
  if (keys.some((key) => key.startsWith('quiet'))) await afterCommit(rearm);
}

/** The new interval counts from the last sync, not from the click: playing with the choice postpones nothing. */
async function reschedule(): Promise<void> {
  const everyMin = (await readSettings()).settings.syncEveryMin;
  const now = Date.now();
  const notBefore = toPoliteness(await readMeta('politeness'), now).notBefore;
  await changeDueTime(({ failures, failure, lastAttemptAt = now }) => {
    const dueAt = planNextDue({ everyMin, failures, failure, notBefore }, lastAttemptAt, Math.random());
    return dueAt === null ? null : Math.max(dueAt, now);
  });
  await ensureAlarms(now);
}
