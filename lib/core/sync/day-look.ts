import { type Day, isWeekend } from '../days/day';
import type { LedgerRow } from './ledger';

/** How a day is drawn in the strip. `filling` is hatched, `rest` a thin line, `failed` has a red cap. */
export type DayLook = 'full' | 'filling' | 'rest' | 'failed' | 'unread';

/** The look of a day, from its ledger row. A failure beside papers that were read earlier keeps them in sight. */
export function toDayLook(row: LedgerRow | undefined, day: Day, today: Day): DayLook {
  if (!row) return isWeekend(day) ? 'rest' : 'unread';
  if (row.state === 'failed') return 'failed';
  if (row.failure !== undefined && row.papers === 0) return 'failed';
  if (row.state === 'partial') return 'filling';
  if (row.papers === 0) return row.state === 'complete' || row.state === 'empty' || isWeekend(day) ? 'rest' : 'unread';
  return day === today ? 'filling' : 'full';
}
