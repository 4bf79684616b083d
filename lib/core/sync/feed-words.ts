import { type Day, toUtcDay } from '../days/day';
import { formatAgo, formatPaperDate, formatUntil } from '../days/format';
import { type Failure, isOffline } from './failure';
import { toFailureText } from './failure-texts';
import { NEWER_ADVICE } from './newer-words';
import type { Politeness, Schedule, SyncJob } from './state';

/** The rows the state of the feed is told from. */
export interface FeedFacts {
  schedule?: Schedule | undefined;
  job?: SyncJob | undefined;
  politeness?: Politeness | undefined;
  /** Days the user picked that wait to be read. */
  wanted?: readonly Day[] | undefined;
}

/** What only the page knows. */
export interface FeedConditions {
  background?: 'answering' | 'silent' | undefined;
  /** False: the browser does not let us ask the feed's host. */
  access?: boolean | undefined;
  /** True: a newer version of the extension wrote the databases, and nothing can be stored. */
  isNewer?: boolean;
  /** The refresh button was pressed and no answer came yet. */
  asking?: boolean;
  /** The day that is being read. */
  reading?: Day | undefined;
  /** How the last reading that this page asked for failed. */
  failed?: Failure | undefined;
}

/** `busy` turns the refresh button; `wrong` is drawn in the accent colour, `offline` is not: it is nobody's fault. */
export type FeedTone = 'calm' | 'busy' | 'offline' | 'wrong';

export interface FeedNote {
  tone: FeedTone;
  /** Fits one line of the popup. */
  text: string;
  /** The rest of it: what it means and what helps. */
  advice?: string;
  /** What a button beside it does. */
  action?: 'grant';
}

const NO_ACCESS: FeedNote = {
  tone: 'wrong',
  text: 'Not allowed to read huggingface.co',
  advice: 'The papers come from there and from nowhere else. Without the permission the list stays as it is.',
  action: 'grant',
};

const NEWER: FeedNote = { tone: 'wrong', text: 'From a newer version: only shown', advice: NEWER_ADVICE };

/** How the last reading failed: as it is stored, or as the page was told where a full disk took not even that. */
export function toLastFailure(schedule: Schedule | undefined, told: Failure | undefined): Failure | undefined {
  return told && told.at > (schedule?.lastAttemptAt ?? 0) ? told : schedule?.failure;
}

/** The state of the feed in one line: "Read 5 min ago, next 14:05". */
export function toFeedSentence(facts: FeedFacts, now: number): string {
  return toFeedNote(facts, {}, now).text;
}

/** The state of the feed with its tone, advice and what can be done. The most pressing thing wins. */
export function toFeedNote(facts: FeedFacts, conditions: FeedConditions, now: number): FeedNote {
  const { schedule, job } = facts;
  if (conditions.isNewer) return NEWER;
  if (conditions.access === false) return NO_ACCESS;
  const failure = toLastFailure(schedule, conditions.failed);
  // A reading that can't store its end stays under way for ever; one that began since is another one.
  const isUnstored = failure !== undefined && failure !== schedule?.failure && (job?.startedAt ?? 0) <= failure.at;
  if (job && !isUnstored)
    return { tone: 'busy', text: toProgress(job, job.wantedOnly ? facts.wanted?.[0] : conditions.reading, now) };
  if (conditions.asking) return { tone: 'busy', text: 'Asking for new papers' };
  const waitUntil = Math.max(facts.politeness?.notBefore ?? 0, failure?.kind === 'rate-limited' ? failure.until : 0);
  if (waitUntil > now) {
    return {
      tone: 'offline',
      text: `The feed asked us to wait until ${formatUntil(waitUntil, now)}`,
      advice:
        'Too many requests came from your network, not necessarily from you. The papers already here stay readable, and reading goes on by itself after the wait.',
    };
  }
  if (failure) {
    const { title, advice } = toFailureText(failure, now);
    const next = schedule && toNextTry(schedule, now);
    if (isOffline(failure)) {
      const last = schedule && toLastRead(schedule, now);
      return { tone: 'offline', text: joinWords(title, last, next), advice };
    }
    return { tone: 'wrong', text: joinWords(title, next), advice };
  }
  if (conditions.background === 'silent') {
    return {
      tone: 'wrong',
      text: joinWords('Not updating by itself', schedule && toLastRead(schedule, now)),
      advice:
        'The part of the extension that works without a window does not answer. This window reads the feed in its place when it opens. Restarting the browser usually helps.',
    };
  }
  if (schedule?.lastSuccessAt === undefined) return { tone: 'calm', text: 'Not read yet' };
  return { tone: 'calm', text: joinWords(toReadAgo(schedule, now), toNext(schedule, now)) };
}

/** "Reading Nov 18 (4 of 11)": the days done are behind it, the next one is being read. */
function toProgress(job: SyncJob, reading: Day | undefined, now: number): string {
  const day = job.paging?.date ?? job.reading ?? reading;
  const what = day === undefined ? 'Reading the feed' : `Reading ${formatPaperDate(day, toUtcDay(now))}`;
  if (job.daysPlanned < 2) return what;
  return `${what} (${Math.min(job.daysDone + 1, job.daysPlanned)} of ${job.daysPlanned})`;
}

function toReadAgo({ lastSuccessAt }: Schedule, now: number): string | undefined {
  return lastSuccessAt === undefined ? undefined : `read ${formatAgo(lastSuccessAt, now)}`;
}

function toLastRead(schedule: Schedule, now: number): string | undefined {
  const words = toReadAgo(schedule, now);
  return words && `last ${words}`;
}

function toNext({ nextDueAt }: Schedule, now: number): string {
  if (nextDueAt === null) return 'next by hand';
  return nextDueAt <= now ? 'due now' : `next ${formatUntil(nextDueAt, now)}`;
}

function toNextTry({ nextDueAt }: Schedule, now: number): string | undefined {
  if (nextDueAt === null) return undefined;
  return nextDueAt <= now ? 'next try due now' : `next try ${formatUntil(nextDueAt, now)}`;
}

/** "read 5 min ago" and "next 14:05" as one sentence. */
function joinWords(...parts: (string | undefined)[]): string {
  const text = parts
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/\.$/, ''))
    .join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
