import type { Day } from '../days/day';
import { toOldestDay } from './due-days';
import type { LedgerRow } from './ledger';
import type { SyncJob } from './state';

/** What is left of the ledger and of an unfinished sync when nobody has picked a day. */
export interface ForgottenPicks {
  /** Rows that stay, without their mark: a sync reads these days by itself. */
  plain: LedgerRow[];
  /** Days that are here only because they were picked. */
  gone: Day[];
  /** `null`: it was for picked days alone. */
  job: SyncJob | null | undefined;
}

/**
 * Takes the user's picks out of what the feed's database knows. A row that merely lost its mark would be taken for the
 * ledger's beginning, and everything since would be fetched.
 */
export function planForgetPicks(
  { ledger, wanted, job }: { ledger: readonly LedgerRow[]; wanted: readonly Day[]; job: SyncJob | undefined },
  today: Day,
): ForgottenPicks {
  const oldest = toOldestDay(ledger, today);
  const picked = ledger.filter((row) => row.picked);
  const gone = picked.filter(({ date }) => date < oldest).map(({ date }) => date);
  return {
    plain: picked.flatMap(({ picked: _picked, ...row }) => (row.date < oldest ? [] : [row])),
    gone,
    job: job && toPlainJob(job, [...gone, ...wanted]),
  };
}

function toPlainJob(job: SyncJob, days: readonly Day[]): SyncJob | null {
  if (job.wantedOnly) return null;
  const { paging, reading, ...rest } = job;
  return {
    ...rest,
    ...(paging && !days.includes(paging.date) ? { paging } : {}),
    ...(reading !== undefined && !days.includes(reading) ? { reading } : {}),
  };
}
