import { addDays, DAY_MS, type Day, isWeekend } from '@/lib/core/days/day';
import { readFeed, writeRows } from './stores';
import { storeDays } from './synced-world';
import type { World } from './world';

/** `day`, or the Friday before its weekend: feeds of tests rest then. */
export function toWeekday(day: Day): Day {
  return isWeekend(day) ? toWeekday(addDays(day, -1)) : day;
}

/** Stores days as if they had been picked and read a month ago: no sync fetches what lies between them and today. */
export async function storeOldDays(world: World, days: readonly Day[]): Promise<void> {
  await storeDays(world, days);
  const rows = (await readFeed(world)).days.filter(({ date }) => days.includes(date));
  const readAt = Date.now() - 30 * DAY_MS;
  const older = rows.map((row) => ({ ...row, readAt, triedAt: readAt, picked: true }));
  await writeRows(world, 'feed', 'days', older);
}
