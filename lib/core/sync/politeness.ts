import type { Day } from '../days/day';
import type { PageAnswer } from './page-answer';
import type { ClockOffset, Politeness } from './state';

const FRESH: Politeness = { lastRequestAt: 0, notBefore: 0, day: '', requestsToday: 0 };
/** No server of a public feed bars anyone for longer; a bar further away was written by another clock. */
const LONGEST_BAR_MS = 48 * 3_600_000;

/**
 * The stored row, without what another clock wrote: a bar that no server can have meant, a request made in the
 * future. Without this a clock set back by a month stops the feed for a month.
 */
export function toPoliteness(stored: Politeness | undefined, now: number): Politeness {
  const row = stored ?? FRESH;
  const notBefore = row.notBefore - now > LONGEST_BAR_MS ? 0 : row.notBefore;
  const lastRequestAt = row.lastRequestAt > now ? 0 : row.lastRequestAt;
  return { ...row, notBefore, lastRequestAt };
}

/** Written before a request goes out: a worker killed in mid-request has still asked. */
export function countRequest(row: Politeness, today: Day, now: number): Politeness {
  return { ...row, lastRequestAt: now, day: today, requestsToday: row.day === today ? row.requestsToday + 1 : 1 };
}

/** The bar an answer sets. It only ever moves forward. */
export function applyLimits(row: Politeness, answer: PageAnswer): Politeness {
  return { ...row, notBefore: Math.max(row.notBefore, answer.limits.notBefore ?? 0) };
}

/** How far our clock is from the server's; answers without a Date say nothing. */
export function toClockOffset(answer: PageAnswer): ClockOffset | undefined {
  if (answer.serverNow === undefined) return undefined;
  return { offsetMs: answer.serverNow - answer.receivedAt, at: answer.receivedAt };
}
