/** Days before today that a first sync reads, and after which a day is read a last time and settled. */
export const SETTLE_DAYS = 14;
/** A gap in the ledger (a long sleep) is filled this far back. */
export const CATCH_UP_DAYS = 62;
/** A polite client (law 10). */
export const MAX_REQUESTS_PER_SYNC = 20;
export const MIN_REQUEST_GAP_MS = 1_000;
/** Automatic syncs stay under this many requests in one UTC day, whatever the schedule. */
export const MAX_REQUESTS_PER_DAY = 98;
/** Of them, kept for reading older days again where the schedule would spend all on today. */
export const REREADS_PER_DAY = 10;
/** One request, from its start to the last byte of its body. A worker's fetch dies at 30 s. */
export const REQUEST_TIMEOUT_MS = 25_000;
/** The lock `sync` is held at most this long; past it (and a grace) a waiter takes it by force. */
export const HOLD_DEADLINE_MS = 120_000;
export const HOLD_GRACE_MS = 5_000;
/** How far ahead the alarm `resume` stands while a sync is unfinished: the shortest alarm Chrome keeps. */
export const RESUME_AFTER_MS = 30_000;
/** A bar longer than this ends the sync instead of being waited out. */
export const MAX_WAIT_IN_SYNC_MS = 3_000;
