import { addDays, type Day, daysBetween, startOfDay } from '../days/day';
import type { LedgerRow } from './ledger';
import { CATCH_UP_DAYS, SETTLE_DAYS } from './limits';
import type { SyncTrigger } from './state';

const HOUR_MS = 3_600_000;

/** Why a day is asked for: `gap` it was never read whole, `again` it may have grown since. */
export interface DueDay {
  date: Day;
  why: 'today' | 'gap' | 'again';
  /** For `again`: time since the last reading over the time a reading of that age is good for. */
  staleness: number;
}

/**
 * How long a reading of a day `age` days old is good for, in ms. The list of today fills for hours and the day
 * before still gains stragglers; later only upvotes and authors move (SOURCES 1.1, refetched days).
 */
function toRereadAfterMs(age: number): number {
  if (age <= 0) return 0;
  if (age === 1) return 3 * HOUR_MS;
  if (age <= 3) return 12 * HOUR_MS;
  return 24 * HOUR_MS;
}

/** True once `day` is so old that a reading made now is its last. */
export function isSettling(day: Day, today: Day): boolean {
  return daysBetween(day, today) >= SETTLE_DAYS;
}

/**
 * The days to ask for, in order: today, then days never read whole (newest first), then days worth reading again
 * (stalest first). `today` is the server's UTC day, `now` our clock. `jobId`: days this sync dealt with are left out.
 */
export function planDueDays(
  ledger: readonly LedgerRow[],
  { today, now, trigger, jobId }: { today: Day; now: number; trigger: SyncTrigger; jobId: string },
): DueDay[] {
  const rows = new Map(ledger.map((row) => [row.date, row]));
  const due: DueDay[] = [];
  for (let date = today; date >= toOldestDay(ledger, today); date = addDays(date, -1)) {
    const row = rows.get(date);
    if (row?.jobId === jobId) continue;
    const day = toDueDay(date, row, { today, now, trigger });
    if (day) due.push(day);
  }
  const gaps = due.filter((day) => day.why !== 'again');
  const again = due.filter((day) => day.why === 'again').sort((a, b) => b.staleness - a.staleness);
  return [...gaps, ...again];
}

/**
 * Gaps are filled from the ledger's first day on, so that a sleep of three weeks leaves no hole. A day the user picked is
 * no such beginning: one look at a day two months back would have everything since fetched.
 */
export function toOldestDay(ledger: readonly LedgerRow[], today: Day): Day {
  const window = addDays(today, -SETTLE_DAYS);
  const first = ledger.reduce((oldest, row) => (row.date < oldest && !row.picked ? row.date : oldest), window);
  const furthest = addDays(today, -CATCH_UP_DAYS);
  return first > furthest ? first : furthest;
}

function toDueDay(
  date: Day,
  row: LedgerRow | undefined,
  { today, now, trigger }: { today: Day; now: number; trigger: SyncTrigger },
): DueDay | undefined {
  if (row?.settledAt !== undefined) return undefined;
  const byHand = trigger === 'hand';
  // Our clock can have been set back: a bar further away than any back-off reaches is no bar.
  const barred = row?.nextTryAt !== undefined && row.nextTryAt > now && row.nextTryAt - now < 2 * 24 * HOUR_MS;
  if (date === today) return barred && !byHand ? undefined : { date, why: 'today', staleness: 0 };
  if (barred && !byHand) return undefined;
  const unread =
    row?.readAt === undefined || row.state === 'partial' || row.state === 'ahead' || row.failure !== undefined;
  if (unread) return { date, why: 'gap', staleness: 0 };
  const readAt = row.readAt ?? 0;
  const age = daysBetween(date, today);
  const since = readAt > now ? Number.POSITIVE_INFINITY : now - readAt;
  const lastReading = isSettling(date, today) && readAt < startOfDay(addDays(date, SETTLE_DAYS));
  if (lastReading) return { date, why: 'again', staleness: Number.POSITIVE_INFINITY };
  const goodFor = toRereadAfterMs(age);
  if (byHand && age === 1) return { date, why: 'again', staleness: since / goodFor };
  return since >= goodFor ? { date, why: 'again', staleness: since / goodFor } : undefined;
}
