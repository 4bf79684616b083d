import { type Day, daysBetween, isWeekend } from '../days/day';
import { formatDayHeading, formatPaperDate } from '../days/format';
import { toDayLook } from './day-look';
import type { Failure } from './failure';
import { toFailureText } from './failure-texts';
import type { LedgerRow } from './ledger';
import { SETTLE_DAYS } from './limits';
import { toNextTryWords } from './next-try';

/** What the button under an empty list does. */
export type EmptyAction =
  | { kind: 'show-day' | 'read-day'; day: Day; label: string }
  | { kind: 'read-again' | 'grant' | 'options' | 'reload' | 'follow'; label: string };

/** Why a list is empty. `loading`: a list is on its way. `showing`: the day whose papers stand below it instead. */
export interface EmptyReason {
  title: string;
  detail?: string;
  action?: EmptyAction;
  loading?: true;
  showing?: Day;
}

export interface EmptyDay {
  day: Day;
  row: LedgerRow | undefined;
  today: Day;
  now: number;
  /** The nearest earlier day with papers. */
  earlier?: Day | undefined;
  /** Other days have papers: only this one is empty. */
  hasPapers?: boolean;
  /** A sync is under way, or was just asked for. */
  reading: boolean;
  access?: boolean | undefined;
  /** How the last sync ended, where it ended badly. */
  failure?: Failure | undefined;
}

/** Why `day` has no papers. */
export function toEmptyDayReason(empty: EmptyDay): EmptyReason {
  const { day, row, today, earlier } = empty;
  const look = toDayLook(row, day, today);
  if (row === undefined && earlier === undefined && !empty.hasPapers) return toNothingStored(empty);
  if (look === 'failed') return toFailedDay(empty);
  const weekday = formatDayHeading(day, today);
  if (isWeekend(day)) return showing(`${toWeekdayName(weekday)}: the feed rests on weekends.`, empty);
  if (row?.readAt === undefined && row?.state !== 'ahead') {
    if (empty.reading) return { title: `Reading ${formatPaperDate(day, today)}`, loading: true };
    return { title: `${weekday} was not read yet.`, action: toReadAction(empty, 'Read it now') };
  }
  if (day === today || row.state === 'ahead') {
    const reason = showing(`${toWeekdayName(weekday)}: nothing is out yet.`, empty);
    return { ...reason, detail: 'A day’s list opens at midnight UTC and fills for hours.' };
  }
  return showing(`${weekday}: nothing was listed.`, empty);
}

function toNothingStored({ access, failure, reading, now }: EmptyDay): EmptyReason {
  if (access === false) {
    return {
      title: 'Daily Papers may not read huggingface.co.',
      detail: 'The day’s papers come from there, and nothing else is asked.',
      action: { kind: 'grant', label: 'Allow it' },
    };
  }
  if (reading) return { title: 'Reading the first papers', loading: true };
  const again: EmptyAction = { kind: 'read-again', label: 'Read the feed now' };
  if (!failure) return { title: 'No papers yet.', detail: 'The feed was not read so far.', action: again };
  return { ...toWords(failure, now), action: { ...again, label: 'Try again' } };
}

function toFailedDay(empty: EmptyDay): EmptyReason {
  const { day, row, today, now } = empty;
  const title = `${formatDayHeading(day, today)} could not be read.`;
  const words = row?.failure && toFailureText(row.failure, now);
  const next = toNextTryWords(row, today, now);
  return {
    title,
    ...(words ? { detail: `${words.title} ${words.advice}${next}` } : {}),
    ...(empty.reading ? {} : { action: toReadAction(empty, 'Try again now') }),
  };
}

/** A sync reads the last days by itself; an older one has to be picked. */
function toReadAction({ day, today }: EmptyDay, label: string): EmptyAction {
  return daysBetween(day, today) > SETTLE_DAYS ? { kind: 'read-day', day, label } : { kind: 'read-again', label };
}

function toWords(failure: Failure, now: number): { title: string; detail: string } {
  const { title, advice } = toFailureText(failure, now);
  return { title, detail: advice };
}

function showing(title: string, { earlier, today }: EmptyDay): EmptyReason {
  return earlier === undefined
    ? { title }
    : { title: `${title} Showing ${formatDayHeading(earlier, today)}`, showing: earlier };
}

/** "Saturday" of "Saturday, Nov 21". */
function toWeekdayName(heading: string): string {
  return heading.split(',')[0] ?? heading;
}
