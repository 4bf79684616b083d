import { type Day, daysBetween, isWeekend } from '../days/day';
import { formatDayHeading, formatPaperDate } from '../days/format';
import type { QueryError } from '../query/query';
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

/** Why a topic's tab is empty on `day`. `latest`: the newest other day with a match. */
export function toNoMatchReason(
  topic: { name: string; error?: QueryError | undefined },
  { day, today, latest }: { day: Day; today: Day; latest?: Day | undefined },
): EmptyReason {
  if (topic.error) {
    return {
      title: `The query of ${topic.name} can’t be read.`,
      detail: topic.error.message,
      action: { kind: 'options', label: 'Mend it in the options' },
    };
  }
  const when = day === today ? 'today' : `of ${formatDayHeading(day, today)}`;
  const title = `No paper ${when} matches ${topic.name}.`;
  if (latest === undefined) return { title, detail: 'Nor does any other paper of the last 14 days.' };
  return { title, action: { kind: 'show-day', day: latest, label: `Show ${formatDayHeading(latest, today)}` } };
}

/** What the topics have New count. */
export interface CountedTopics {
  /** Topics that are switched on. */
  enabled: number;
  /** Those of them whose badge flag is on: New and the badge count their matches. */
  onBadge: number;
  /** The names of those on the badge whose query can't be read: they find nothing. */
  broken: readonly string[];
}

/** Why the New tab is empty. `newest`: the newest day with papers. */
export function toNothingNewReason({
  newest,
  today,
  topics,
}: {
  newest?: Day | undefined;
  today: Day;
  topics: CountedTopics;
}): EmptyReason {
  const { enabled, onBadge, broken } = topics;
  if (enabled > 0 && onBadge === 0) {
    return {
      title: 'None of your topics is counted on the badge.',
      detail: 'This list holds what the number on the icon counts. The matches stand in the lists of the topics.',
      action: { kind: 'options', label: 'Choose what counts' },
    };
  }
  const [first, ...others] = broken;
  if (first !== undefined) {
    const names = others.length === 0 ? first : `${first} and ${others.length} more`;
    return {
      title: `The query of ${names} can’t be read.`,
      detail: `So nothing is found for ${others.length === 0 ? 'it' : 'them'}.${onBadge > broken.length ? ' The other topics have nothing new.' : ''}`,
      action: { kind: 'options', label: 'Mend it in the options' },
    };
  }
  const title = newest === undefined ? 'Nothing new yet.' : `Nothing new since ${formatDayHeading(newest, today)}.`;
  if (enabled > 0) {
    const which = onBadge < enabled ? 'a topic on the badge' : 'a topic';
    return { title, detail: `Every paper that matches ${which} has been shown to you.` };
  }
  return {
    title,
    detail: 'Topics tell this list, and the number on the icon, what you care about.',
    action: { kind: 'options', label: 'Choose topics' },
  };
}

/** The browser refuses the database: Firefox without history, a damaged profile, a full disk. */
export function toStorageReason(detail: string): EmptyReason {
  return {
    title: 'The browser refuses to store or read the papers.',
    detail: `A private window, “never remember history”, or a full disk can be the reason. The browser says: ${detail}`,
    action: { kind: 'reload', label: 'Try again' },
  };
}

/** The database neither opens nor refuses: another window still holds an older version of it, or the disk is slow. */
export function toSlowStorageReason(): EmptyReason {
  return {
    title: 'The browser has not opened the stored papers so far.',
    detail:
      'They appear here as soon as it does. Closing other pages of Daily Papers, or restarting the browser, helps.',
    action: { kind: 'reload', label: 'Try again' },
  };
}

/** A private window of Firefox. */
export function toPrivateReason(): EmptyReason {
  return {
    title: 'This is a private window.',
    detail:
      'Firefox keeps it apart from your other windows, so your papers and topics can’t be shown here. Open Daily Papers in an ordinary window. Where Firefox never remembers history, every window is a private one.',
  };
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
