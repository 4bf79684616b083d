import { addDays, DAY_MS, type Day, startOfDay } from '../days/day';
import { type DueDay, planDueDays } from './due-days';
import type { LedgerRow } from './ledger';
import {
  MAX_REQUESTS_PER_DAY,
  MAX_REQUESTS_PER_SYNC,
  MAX_WAIT_IN_SYNC_MS,
  MIN_REQUEST_GAP_MS,
  REREADS_PER_DAY,
} from './limits';
import type { Politeness, SyncJob } from './state';

/** What a sync does next. `wait` is short; a long bar finishes the sync with `barred`. */
export type Step =
  | { kind: 'ask'; date: Day; page: number; etag?: string; picked: boolean }
  | { kind: 'wait'; until: number }
  | { kind: 'finish'; why: 'done' | 'limit' }
  | { kind: 'finish'; why: 'barred'; until: number };

export interface StepInput {
  job: SyncJob;
  ledger: readonly LedgerRow[];
  /** Days the user picked. */
  wanted: readonly Day[];
  politeness: Politeness;
  /** The server's UTC day. */
  today: Day;
  /** Our clock, ms. */
  now: number;
  /** The server's clock, ms. */
  serverNow: number;
  /** Minutes between automatic syncs, 0 by hand: reserves today's share of the daily requests. */
  everyMin: number;
}

/**
 * The next step of a sync, from the rows alone: it does not matter how many workers died since the last one.
 */
export function planStep(input: StepInput): Step {
  const ask = planAsk(input);
  if (!ask) return { kind: 'finish', why: 'done' };
  const { job, politeness, now } = input;
  if (job.requests >= MAX_REQUESTS_PER_SYNC || isDailyBudgetSpent(input)) return { kind: 'finish', why: 'limit' };
  const until = Math.max(politeness.notBefore, politeness.lastRequestAt + MIN_REQUEST_GAP_MS);
  if (until <= now) return ask;
  return until - now > MAX_WAIT_IN_SYNC_MS ? { kind: 'finish', why: 'barred', until } : { kind: 'wait', until };
}

/** How many days the sync will deal with, for "4 of 11". */
export function countOpenDays(input: StepInput): number {
  return Math.min(listOpenDays(input).length, MAX_REQUESTS_PER_SYNC - input.job.requests);
}

function planAsk(input: StepInput): (Step & { kind: 'ask' }) | undefined {
  const { paging } = input.job;
  if (paging) return toAsk(paging.date, paging.page, input);
  const first = listOpenDays(input)[0];
  return first === undefined ? undefined : toAsk(first, 0, input);
}

/** Today, then what the user picked, then the rest of what is due. */
function listOpenDays(input: StepInput): Day[] {
  const { wanted, today } = input;
  const due = input.job.wantedOnly ? [] : listDueDays(input).map(({ date }) => date);
  const first = due[0] === today ? [today] : [];
  return [...new Set([...first, ...wanted, ...due])];
}

function listDueDays(input: StepInput): DueDay[] {
  const { job, ledger, politeness, today, now, everyMin } = input;
  const due = planDueDays(ledger, { today, now, trigger: job.trigger, jobId: job.id });
  if (job.trigger === 'hand') return due;
  // Without the reserve a 15-minute schedule spends the day's requests on old days and cannot see the evening's papers.
  const spent = politeness.day === today ? politeness.requestsToday : 0;
  const left = MAX_REQUESTS_PER_DAY - spent - countReadingsLeft(today, input.serverNow, everyMin);
  // And without the share of their own, old days are never read again by a schedule that needs all of them.
  const allowance = Math.max(left, toRereadShare(input) - countRereads(input));
  let again = 0;
  return due.filter((day) => day.why !== 'again' || again++ < allowance);
}

/** The share that may be spent by now: spread over the day, or midnight's oldest days take it all from yesterday. */
function toRereadShare({ today, serverNow }: StepInput): number {
  return 1 + Math.floor((REREADS_PER_DAY * (serverNow - startOfDay(today))) / DAY_MS);
}

/** Older days read since today's midnight UTC. */
function countRereads({ ledger, today, now, serverNow }: StepInput): number {
  const midnight = startOfDay(today) - (serverNow - now);
  return ledger.filter((row) => row.date < today && (row.readAt ?? 0) >= midnight).length;
}

/** Readings of today that the schedule still makes before the UTC day ends. `serverNow` in ms. */
function countReadingsLeft(today: Day, serverNow: number, everyMin: number): number {
  if (everyMin === 0) return 0;
  const leftMs = Math.max(0, startOfDay(addDays(today, 1)) - serverNow);
  return Math.ceil(leftMs / (everyMin * 60_000));
}

function isDailyBudgetSpent({ job, politeness, today }: StepInput): boolean {
  return job.trigger !== 'hand' && politeness.day === today && politeness.requestsToday >= MAX_REQUESTS_PER_DAY;
}

function toAsk(date: Day, page: number, { ledger, wanted }: StepInput): Step & { kind: 'ask' } {
  const row = ledger.find((one) => one.date === date);
  // A partial day is read without its ETag: a 304 on its first page would leave the missing pages missing.
  const etag = row?.state === 'partial' ? undefined : row?.pages.find((mark) => mark.page === page)?.etag;
  return { kind: 'ask', date, page, picked: wanted.includes(date), ...(etag === undefined ? {} : { etag }) };
}
