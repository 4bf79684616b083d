/** The Hub's anonymous quota for API calls: 500 per fixed window of 5 minutes (SOURCES 1.5). */
export const API_QUOTA = 500;
const WINDOW_MS = 300_000;

export interface RateLimit {
  /** Counts one request made at `now` (ms) and tells what is left of its window. */
  count(now: number): RateLimitState;
}

export interface RateLimitState {
  remaining: number;
  resetSeconds: number;
  exceeded: boolean;
}

/** Windows are aligned to the clock, so that two clients in one window see the same reset. */
export function createRateLimit(quota = API_QUOTA): RateLimit {
  let window = Number.NaN;
  let used = 0;
  return {
    count(now) {
      const current = Math.floor(now / WINDOW_MS);
      if (current !== window) used = 0;
      window = current;
      used += 1;
      const resetSeconds = Math.max(1, Math.ceil(((current + 1) * WINDOW_MS - now) / 1000));
      return { remaining: Math.max(0, quota - used), resetSeconds, exceeded: used > quota };
    },
  };
}

export function toRateLimitHeaders(remaining: number, resetSeconds: number, quota = API_QUOTA): Record<string, string> {
  return {
    ratelimit: `"api";r=${remaining};t=${resetSeconds}`,
    'ratelimit-policy': `"fixed window";"api";q=${quota};w=${WINDOW_MS / 1000}`,
  };
}
