import type { Day } from '../days/day';
import type { SourceId } from '../papers/paper';
import type { Failure } from './failure';

/**
 * What is known of one day: `complete` read to its end · `partial` paging stopped, or from a backup · `empty` a day of rest ·
 * `ahead` not out yet · `failed` unreadable, or every item dropped. Settled is a date, not a state (law 8).
 */
export type DayState = 'complete' | 'partial' | 'empty' | 'ahead' | 'failed';

/** An item of an answer that could not be used, and why. */
export interface DroppedItem {
  index: number;
  id?: string;
  why: string;
}

/** One page as last read: asked again with its `etag`; `next` is the page the server named after it. */
export interface PageMark {
  page: number;
  etag?: string;
  next: number | null;
}

export interface LedgerRow {
  source: SourceId;
  date: Day;
  state: DayState;
  /** Listings stored for the day. Never shrinks. */
  papers: number;
  /** Of the last good reading; at most 20 are kept, `droppedCount` is all of them. */
  dropped: DroppedItem[];
  droppedCount: number;
  pages: PageMark[];
  /** Last good reading, ms (our clock). Absent: never read. */
  readAt?: number;
  /** Set by the first good reading made after the day was 14 days old. */
  settledAt?: number;
  /** Of the last try when it failed; a day that was read keeps its state beside it. */
  failure?: Failure;
  triedAt: number;
  /** Failures in a row. */
  attempts: number;
  /** After a failure: not before this moment. */
  nextTryAt?: number;
  /** The sync that last dealt with this day: a wake continues at the first day that does not carry its name. */
  jobId: string;
  /** First asked for because the user picked it, or restored long after: catching up does not begin here. */
  picked?: true;
}
