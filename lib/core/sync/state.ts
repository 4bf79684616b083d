import type { BackupState } from '../backup/backup-state';
import type { Day } from '../days/day';
import type { PaperId } from '../papers/paper';
import type { Failure } from './failure';
import type { Pruned } from './retention';

/**
 * Why a sync runs. `hand` is the refresh button; `permission` access to the feed that was given or taken
 * back; `room` old papers that made room on a full disk.
 */
export type SyncTrigger = 'install' | 'alarm' | 'startup' | 'page' | 'hand' | 'permission' | 'room';

/** An unfinished sync. Its row is deleted in the transaction of its last step. */
export interface SyncJob {
  id: string;
  trigger: SyncTrigger;
  startedAt: number;
  /** Requests made so far; at most 20 a sync. */
  requests: number;
  /** Papers stored for the first time so far that are young enough to be new. */
  newPapers: number;
  /** Days read so far and days planned, for progress in words. */
  daysDone: number;
  daysPlanned: number;
  /** The day that is being asked for. */
  reading?: Day;
  /** A day whose paging is under way, and the page to ask next. */
  paging?: { date: Day; page: number };
  /** Reads the wanted days and nothing else, and leaves the schedule as it stands. */
  wantedOnly?: true;
}

/** When the feed is due, and how the last sync ended. */
export interface Schedule {
  /** Absolute, ms, our clock; `null`: only by hand. The alarm is only a doorbell for it (law 6). */
  nextDueAt: number | null;
  lastAttemptAt?: number;
  /** Last sync that ended without a failure. */
  lastSuccessAt?: number;
  /** Last sync that ended with one; absent after a success. */
  failure?: Failure;
  /** Failed syncs in a row: the exponent of the back-off. */
  failures: number;
}

/** What politeness must remember across worker lives. */
export interface Politeness {
  /** ms, our clock. The next request goes out at least a second later. */
  lastRequestAt: number;
  /** Nothing is asked before this moment (RateLimit, Retry-After). 0: no bar. */
  notBefore: number;
  /** Requests made on `day` (UTC). */
  day: Day;
  requestsToday: number;
}

/** How far our clock is from the server's, from its Date header: server = ours + offsetMs. */
export interface ClockOffset {
  offsetMs: number;
  at: number;
}

/** Who holds the lock `sync`. A holder that is no longer named here must not write. */
export interface Hold {
  holder: string;
  since: number;
}

/** Rows of the table `meta`, by key. */
export interface MetaValues {
  schedule: Schedule;
  job: SyncJob;
  politeness: Politeness;
  clock: ClockOffset;
  hold: Hold;
  /** Days the user picked and no answer has come for yet, in the order of the clicks. Outlives the sync. */
  wanted: Day[];
  /** Papers that syncs brought and that no alert was thought of yet, in the order they came. Outlives the sync. */
  untold: PaperId[];
  /**
   * When the papers were found lost: the first reading of a database that is new where the user is not. Our clock, ms.
   */
  rebuiltAt: number;
  /** What is known of the backups of this profile. */
  backup: BackupState;
  /** Papers that were deleted for their age, or to make room. */
  pruned: Pruned;
  /** What was deleted last to make room: not again before a reading has succeeded. */
  room: Pruned;
}

export type MetaKey = keyof MetaValues;
