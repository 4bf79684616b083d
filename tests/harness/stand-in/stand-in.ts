import { type Answer, type AnswerOptions, answer, FEED_HOST, type StandInRequest, toError } from './answer';
import { applyFault, type Fault, type FaultScope, needsBody, type Outcome } from './faults';
import type { Feed } from './feed';
import { createEditableFeed, type EditableFeed } from './feed-edits';
import { API_QUOTA, createRateLimit, toRateLimitHeaders } from './rate-limit';
import { type LoggedGreeting, type LoggedRequest, toLogged } from './request-log';

export interface StandInOptions {
  feed: Feed;
  /** The server's clock, ms; `Date.now` where it is not given. */
  now?: () => number;
  /** API requests per window of 5 minutes; 500 as recorded. */
  quota?: number;
}

/** The handle of a stand-in for https://huggingface.co: the test's own hands on the server. */
export interface StandIn {
  /** The feed that is played, with `grow`, `holdBack`, `replaceBody` and `moveUpvotes`. */
  readonly feed: EditableFeed;
  /** Every request of every host since the last `clearLog`, oldest first. */
  readonly log: LoggedRequest[];
  /** Every host named in a TLS greeting; only a socket has these. */
  readonly greetings: LoggedGreeting[];
  now(): number;
  /** Plays `fault` for API requests: so many times, for one day, or until `reset`. Earlier ones are used up first. */
  play(fault: Fault, scope?: FaultScope): void;
  /** At most so many papers a page, whatever limit is asked for; `undefined` takes it back. */
  capPages(size: number | undefined): void;
  /** Faults, page cap, used quota and edits away; the log stays. */
  reset(): void;
  clearLog(): void;
  /** The API requests of the log, of one day where it is given. */
  feedRequests(date?: string): LoggedRequest[];
  /** Logs a request and decides what becomes of it. `delayMs` is for the caller to wait. */
  handle(request: StandInRequest): { outcome: Outcome; delayMs: number };
}

interface ActiveFault {
  fault: Fault;
  scope: FaultScope;
  left: number;
}

export function createStandIn(options: StandInOptions): StandIn {
  const feed = createEditableFeed(options.feed);
  const now = options.now ?? Date.now;
  const quota = options.quota ?? API_QUOTA;
  const log: LoggedRequest[] = [];
  const greetings: LoggedGreeting[] = [];
  let limit = createRateLimit(quota);
  let active: ActiveFault[] = [];
  let answerOptions: AnswerOptions = {};

  /** Delays add up; the first other fault that fits decides. */
  function takeFaults(logged: LoggedRequest) {
    let delayMs = 0;
    for (const entry of active) {
      if (entry.left <= 0 || (entry.scope.date !== undefined && entry.scope.date !== logged.query.date)) continue;
      entry.left -= 1;
      if (entry.fault.kind !== 'delay') return { delayMs, fault: entry.fault };
      delayMs += entry.fault.ms;
    }
    return { delayMs };
  }

  function decide(request: StandInRequest, logged: LoggedRequest): { outcome: Outcome; delayMs: number } {
    if (request.host !== FEED_HOST || !logged.path.startsWith('/api/'))
      return { outcome: { kind: 'answer', answer: answer(request, feed, now(), answerOptions) }, delayMs: 0 };
    const { delayMs, fault } = takeFaults(logged);
    const { remaining, resetSeconds, exceeded } = limit.count(now());
    const asked = fault !== undefined && needsBody(fault) ? withoutHeader(request, 'if-none-match') : request;
    const good: Answer = exceeded
      ? toError(429, 'Rate limit reached', request)
      : answer(asked, feed, now(), answerOptions);
    Object.assign(good.headers, toRateLimitHeaders(remaining, resetSeconds, quota));
    if (fault === undefined || exceeded) return { outcome: { kind: 'answer', answer: good }, delayMs };
    return { outcome: applyFault(fault, asked, good), delayMs };
  }

  return {
    feed,
    log,
    greetings,
    now,
    play: (fault, scope = {}) => void active.push({ fault, scope, left: scope.times ?? Number.POSITIVE_INFINITY }),
    capPages: (size) => {
      answerOptions = size === undefined ? {} : { pageCap: size };
    },
    reset() {
      active = [];
      answerOptions = {};
      limit = createRateLimit(quota);
      feed.resetEdits();
    },
    clearLog() {
      log.length = 0;
      greetings.length = 0;
    },
    feedRequests: (date) =>
      log.filter(
        ({ host, path, query }) =>
          host === FEED_HOST && path.startsWith('/api/') && (date === undefined || query.date === date),
      ),
    handle(request) {
      const logged = toLogged(request, now());
      log.push(logged);
      const decided = decide(request, logged);
      const { outcome } = decided;
      logged.result = outcome.kind === 'answer' ? outcome.answer.status : outcome.kind;
      if (outcome.kind === 'answer') outcome.answer.headers.date = new Date(now()).toUTCString();
      return decided;
    },
  };
}

function withoutHeader(request: StandInRequest, name: string): StandInRequest {
  return { ...request, headers: Object.fromEntries(Object.entries(request.headers).filter(([key]) => key !== name)) };
}
