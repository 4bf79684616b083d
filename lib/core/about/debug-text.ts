import type { Settings } from '../settings/settings';
import type { Failure } from '../sync/failure';
import type { LedgerRow } from '../sync/ledger';
import type { RequestRow } from '../sync/request-row';
import type { ClockOffset, Politeness, Schedule, SyncJob } from '../sync/state';
import type { Topic } from '../topics/topic';

/** Requests that are listed, newest first. */
const REQUESTS = 40;

export interface DebugFacts {
  now: number;
  version: string;
  /** As the browser names itself. */
  userAgent: string;
  /** As it is stored in this browser. */
  databases: readonly { name: string; version: number }[];
  tables: readonly { database: string; table: string; rows: number }[];
  feed: {
    schedule?: Schedule | undefined;
    job?: SyncJob | undefined;
    politeness?: Politeness | undefined;
    clock?: ClockOffset | undefined;
  };
  /** Oldest first. */
  ledger: readonly LedgerRow[];
  /** Newest first. */
  requests: readonly RequestRow[];
  settings: Settings;
  /** Keys of stored settings that were not understood. */
  problems: readonly string[];
  /** Only where the user has ticked it: what they follow, and which days they picked. */
  interests?: { topics: readonly Topic[] };
}

/**
 * What helps to find a fault, as text to be pasted somewhere public. Holds no topic, note, query, title of a paper or
 * day that was picked by hand unless `interests` is given.
 */
export function toDebugText(facts: DebugFacts): string {
  const { schedule, job, politeness, clock } = facts.feed;
  const isTold = ({ picked }: { picked?: boolean }) => !picked || facts.interests !== undefined;
  const blocks = [
    ['Daily Papers', [`version ${facts.version}`, facts.userAgent, `at ${toTime(facts.now)}`]],
    ['Databases', facts.databases.map(({ name, version }) => `${name}: version ${version}`)],
    ['Tables', facts.tables.map(({ database, table, rows }) => `${database} ${table}: ${rows}`)],
    [
      'Schedule',
      [
        `last attempt ${toTime(schedule?.lastAttemptAt)}, last success ${toTime(schedule?.lastSuccessAt)}`,
        `next ${schedule?.nextDueAt === null ? 'by hand' : toTime(schedule?.nextDueAt)}`,
        `failures in a row ${schedule?.failures ?? 0}${schedule?.failure ? `: ${toFailure(schedule.failure)}` : ''}`,
        job
          ? `sync under way since ${toTime(job.startedAt)}: ${job.daysDone} of ${job.daysPlanned}`
          : 'no sync under way',
        `requests today ${politeness?.requestsToday ?? 0}, nothing before ${toTime(politeness?.notBefore || undefined)}`,
        `server clock ${clock ? `${clock.offsetMs} ms ahead` : 'unknown'}`,
      ],
    ],
    ['Settings', Object.entries(facts.settings).map(([key, value]) => `${key}: ${value}`)],
    ['Settings that were not understood', facts.problems],
    ['Ledger', [...facts.ledger].reverse().map((row) => toLedgerLine(row, isTold(row)))],
    ['Requests', facts.requests.slice(0, REQUESTS).map((row) => toRequestLine(row, isTold(row)))],
    ['Topics', (facts.interests?.topics ?? []).map(toTopicLine)],
  ] as const;
  return blocks
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
}

/** In the place of a day that was looked at because the user wanted to: days that are read by themselves tell nothing. */
const PICKED = 'a day picked by hand';

function toLedgerLine(row: LedgerRow, withDay: boolean): string {
  const { date, state, papers, droppedCount, readAt, settledAt, attempts, failure } = row;
  return [
    `${withDay ? date : PICKED} ${state}`,
    `${papers} papers`,
    droppedCount > 0 && `${droppedCount} dropped`,
    `read ${toTime(readAt)}`,
    settledAt !== undefined && 'settled',
    failure && `${attempts} failed: ${toFailure(failure)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function toRequestLine({ at, day, trigger, status, failure, bytes, ms }: RequestRow, withDay: boolean): string {
  return `${toTime(at)} ${withDay ? day : PICKED} ${trigger}: ${status ?? 'no answer'}${failure ? ` ${failure}` : ''}, ${bytes ?? '?'} bytes, ${ms ?? '?'} ms`;
}

function toTopicLine({ name, query, badge, notify, enabled }: Topic): string {
  const flags = [enabled ? 'on' : 'off', badge && 'badge', notify && 'notify'].filter(Boolean).join(', ');
  return `${name} (${flags}): ${query}`;
}

/** Its kind and numbers: what it says of an item could name a paper. */
function toFailure(failure: Failure): string {
  const status = 'status' in failure ? ` ${failure.status}` : '';
  const until = 'until' in failure && failure.until !== undefined ? ` until ${toTime(failure.until)}` : '';
  const detail = failure.kind === 'storage' || failure.kind === 'unexpected' ? ` (${failure.detail})` : '';
  return `${failure.kind}${status}${until}${detail} at ${toTime(failure.at)}`;
}

/** UTC: whoever reads it may be elsewhere. */
function toTime(at: number | undefined): string {
  // A damaged row must not keep the rest from being told.
  if (at === undefined || !(Math.abs(at) < 8.64e15)) return 'never';
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
