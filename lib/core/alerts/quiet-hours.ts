import type { Settings } from '../settings/settings';

type QuietHours = Pick<Settings, 'quietHours' | 'quietFrom' | 'quietTo'>;

/**
 * When the quiet hours end in which `now` lies (ms, in the user's own time), or nothing outside of them. From 22 to 7 is
 * across midnight; from 7 to 7 is no time at all.
 */
export function toQuietEnd({ quietHours, quietFrom, quietTo }: QuietHours, now: number): number | undefined {
  const date = new Date(now);
  const hour = date.getHours();
  const isQuiet =
    quietFrom < quietTo
      ? hour >= quietFrom && hour < quietTo
      : quietFrom > quietTo && (hour >= quietFrom || hour < quietTo);
  if (!quietHours || !isQuiet) return undefined;
  if (hour >= quietTo) date.setDate(date.getDate() + 1);
  return date.setHours(quietTo, 0, 0, 0);
}
