import { ensureAlarm } from '@/lib/browser/alarms';

const AFTER_MS = 60_000;

/**
 * Has the background begin anew soon. Firefox wakes it only for what it has listened to from its first turn on, and clicks
 * on alerts are none of that in the life in which alerts were allowed. Rings until a life has begun: the one that is
 * there may last longer than a minute.
 */
export function askForNewLife(now = Date.now()): Promise<void> {
  return ensureAlarm('anew', { when: now + AFTER_MS, periodMin: AFTER_MS / 60_000 });
}

/** It has begun. */
export function greetNewLife(): Promise<void> {
  return ensureAlarm('anew', undefined);
}
