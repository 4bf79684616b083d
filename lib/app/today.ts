import { type Day, toUtcDay } from '@/lib/core/days/day';
import { readMeta } from '@/lib/db/queries/feed-state';

/** The feed's UTC day now, by the server's clock as far as it is known: a laptop two days off still shows today. */
export async function readToday(now = Date.now()): Promise<Day> {
  const clock = await readMeta('clock');
  return toUtcDay(now + (clock?.offsetMs ?? 0));
}
