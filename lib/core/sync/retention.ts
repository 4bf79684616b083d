import { addDays, type Day } from '../days/day';
import type { Status } from '../papers/status';
import type { KeepDays } from '../settings/settings';
import { type Failure, isDiskFull } from './failure';
import type { LedgerRow } from './ledger';

/** What was deleted last of the stored papers, and why: their age, or a full disk. */
export interface Pruned {
  at: number;
  why: 'age' | 'room';
  papers: number;
  /** The newest day that went. */
  until: Day;
}

/** A day of long ago that was picked and read a moment ago is being looked at. */
const JUST_READ_MS = 7 * 86_400_000;
/** What a sync would fetch again at once makes no room: it looks back 62 days for gaps. */
const NEVER_FOR_ROOM_DAYS = 90;
/** A disk that was full an hour ago may not be full any more. */
const EVIDENCE_MS = 10 * 60_000;

/** The clock is believed so far beyond the last day that the feed has told of: a holiday without a reading. */
const UNREAD_DAYS = 7;

/**
 * The day from which the age of papers is reckoned: today, as far as readings bear it out; `undefined` where nothing was
 * read. A clock that is years ahead, and that no reading has corrected yet, would have everything deleted.
 */
export function toSupportedDay(ledger: readonly LedgerRow[], today: Day): Day | undefined {
  const newest = toDays(ledger.filter(({ readAt, state }) => readAt !== undefined && state !== 'ahead')).at(-1);
  if (newest === undefined) return undefined;
  const latest = addDays(newest, UNREAD_DAYS);
  return latest < today ? latest : today;
}

/** The days whose papers are older than the user wants to keep them, oldest first. `now` is our clock. */
export function planPrune(
  ledger: readonly LedgerRow[],
  { keepDays, today, now }: { keepDays: KeepDays; today: Day; now: number },
): Day[] {
  const first = toFirstKept(keepDays, today);
  if (first === undefined) return [];
  return toDays(ledger.filter(({ date, readAt = 0 }) => date < first && now - readAt > JUST_READ_MS));
}

/** The first day whose papers are kept; `undefined` where all are. */
export function toFirstKept(keepDays: KeepDays, today: Day): Day | undefined {
  return keepDays === 0 ? undefined : addDays(today, -keepDays);
}

/**
 * Whether old papers are to make room: the disk was full a moment ago, and they have not made room since the last reading
 * that succeeded. `madeAt`: when they last did; `readAt`: when a reading last succeeded; 0: never. Our clock, ms.
 */
export function needsRoom(
  failure: Failure | undefined,
  { madeAt, readAt, now }: { madeAt: number; readAt: number; now: number },
): boolean {
  if (!failure || !isDiskFull(failure) || Math.abs(now - failure.at) > EVIDENCE_MS) return false;
  return failure.at >= readAt && (madeAt === 0 || madeAt < readAt);
}

/** True when papers that were kept by the one choice can go by the other. */
export function isShorter(keepDays: KeepDays, before: KeepDays): boolean {
  return keepDays !== 0 && (before === 0 || keepDays < before);
}

/** The days to delete where the disk is full: the older half of those that are not fetched again by themselves. */
export function planRoom(ledger: readonly LedgerRow[], today: Day): Day[] {
  const first = addDays(today, -NEVER_FOR_ROOM_DAYS);
  const old = toDays(ledger.filter(({ date, papers }) => date < first && papers > 0));
  return old.slice(0, Math.ceil(old.length / 2));
}

/** Papers with one of these marks stay, whatever their age: the user will come back for them. */
export function isKept({ starred, later, note, tags }: Status): boolean {
  return (
    starred?.value === true || later?.value === true || (note?.value ?? '') !== '' || (tags?.value.length ?? 0) > 0
  );
}

function toDays(rows: readonly LedgerRow[]): Day[] {
  return [...new Set(rows.map(({ date }) => date))].sort();
}
