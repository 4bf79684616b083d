import type { Day } from '../days/day';
import type { FailureKind } from './failure';
import type { PageAnswer } from './page-answer';
import type { SyncTrigger } from './state';

/** Requests that are kept; older ones go. */
export const KEPT_REQUESTS = 500;

/** One request as it was made: what the privacy page shows. */
export interface RequestRow {
  /** Ascending; given by the database. */
  seq?: number;
  /** ms, our clock, before it went out. */
  at: number;
  host: string;
  /** With the query. */
  path: string;
  method: 'GET';
  /** The day it asked for. */
  day: Day;
  trigger: SyncTrigger;
  /** The user picked the day. */
  picked: boolean;
  /** Of the answer; absent where there was none. */
  status?: number;
  /** Why it was of no use. */
  failure?: FailureKind;
  /** Of the body, unpacked, as far as it was read. Absent while no answer was stored: its worker may have been stopped. */
  bytes?: number;
  /** Until the answer was whole. */
  ms?: number;
}

/** The row with what became of the request. */
export function toLogged(row: RequestRow, answer: PageAnswer): RequestRow {
  return {
    ...row,
    bytes: 0,
    ...answer.exchange,
    ms: answer.receivedAt - row.at,
    ...(answer.kind === 'failure' ? { failure: answer.failure.kind } : {}),
  };
}
