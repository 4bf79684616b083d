import { type Day, daysBetween } from '../days/day';
import { formatUntil } from '../days/format';
import type { LedgerRow } from './ledger';
import { SETTLE_DAYS } from './limits';

/**
 * " Next try 14:05.", to stand behind other words; empty where none is waiting. A day the user picked and that is older
 * than what is read by itself is not tried again until it is picked again.
 */
export function toNextTryWords(row: LedgerRow | undefined, today: Day, now: number): string {
  if (row?.nextTryAt === undefined || (row.picked && daysBetween(row.date, today) > SETTLE_DAYS)) return '';
  return row.nextTryAt > now ? ` Next try ${formatUntil(row.nextTryAt, now)}.` : '';
}
