import { formatUntil } from '../days/format';
import type { Schedule } from './state';

/** "Feed read 13:05, next 14:05": absolute times, for the tooltip that nobody repaints while it stands. */
export function toFeedTimes(schedule: Schedule | undefined, now: number): string {
  const read =
    schedule?.lastSuccessAt === undefined
      ? 'Feed not read yet'
      : `Feed read ${formatUntil(schedule.lastSuccessAt, now)}`;
  if (!schedule) return read;
  return schedule.nextDueAt === null
    ? `${read}, next by hand`
    : `${read}, next ${formatUntil(schedule.nextDueAt, now)}`;
}
