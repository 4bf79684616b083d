import type { Day } from '@/lib/core/days/day';
import { type Answer, type StandInRequest, toError, toText, toWeakEtag } from './answer';
import type { WireItem } from './feed';
import { toRateLimitHeaders } from './rate-limit';

/** What the stand-in can do instead of answering well. */
export type Fault =
  /** Answers as it would, later. */
  | { kind: 'delay'; ms: number }
  /** Takes the request and never answers. */
  | { kind: 'hang' }
  /** Closes the connection without a word. */
  | { kind: 'drop' }
  /** 429: `resetSeconds` goes into RateLimit (r=0), `retryAfter` (seconds or an HTTP date) into Retry-After. */
  | { kind: 'rate-limited'; resetSeconds?: number; retryAfter?: number | string }
  /** Any status, 503 for instance. */
  | { kind: 'status'; status: number; retryAfter?: number | string }
  /** A good 200 whose quota is used up: r=0. */
  | { kind: 'last-of-quota'; resetSeconds: number }
  /** 200 with a page, as a captive portal answers. */
  | { kind: 'html' }
  /** JSON cut at a byte (default: the middle); Content-Length fits the cut, so that only parsing can notice. */
  | { kind: 'truncate'; atByte?: number }
  /** The connection dies after `atByte` bytes of a longer body. */
  | { kind: 'cut'; atByte?: number }
  /** Whatever JSON value `change` makes of the page's list. */
  | { kind: 'mutate'; change: (items: WireItem[]) => unknown }
  /** 200 with this text as JSON. */
  | { kind: 'text'; text: string; contentType?: string };

export interface FaultScope {
  /** For so many requests; absent: until the reset. */
  times?: number;
  /** Only for requests of this feed day. */
  date?: Day;
}

/** What becomes of a request. `cutAt`: bytes sent before the connection dies. */
export type Outcome = { kind: 'answer'; answer: Answer; cutAt?: number } | { kind: 'hang' } | { kind: 'drop' };

const PORTAL =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Guest network</title><p>Please accept the terms.</p></html>';

/** Applies one fault to the answer that would have been given. */
export function applyFault(fault: Exclude<Fault, { kind: 'delay' }>, request: StandInRequest, good: Answer): Outcome {
  switch (fault.kind) {
    case 'hang':
    case 'drop':
      return { kind: fault.kind };
    case 'rate-limited': {
      const error = toError(429, 'Rate limit reached: 500 requests per 5 minutes', request);
      const limit = fault.resetSeconds === undefined ? {} : toRateLimitHeaders(0, fault.resetSeconds);
      return toOutcome(error, { ...limit, ...toRetryAfter(fault.retryAfter) });
    }
    case 'status':
      return toOutcome(toError(fault.status, `Status ${fault.status}`, request), toRetryAfter(fault.retryAfter));
    case 'last-of-quota':
      return toOutcome(good, toRateLimitHeaders(0, fault.resetSeconds));
    case 'html':
      return toOutcome(toText(200, 'text/html', PORTAL));
    case 'truncate':
      // The etag stays: a client that keeps it with a broken body is told "not modified" for ever after.
      return toOutcome({ ...good, body: Buffer.from(good.body).subarray(0, toCut(fault, good)).toString('utf8') });
    case 'cut':
      return { kind: 'answer', answer: good, cutAt: toCut(fault, good) };
    case 'mutate':
      return toOutcome(withBody(good, JSON.stringify(fault.change(JSON.parse(good.body) as WireItem[]))));
    case 'text':
      return toOutcome(withBody(good, fault.text), { 'content-type': fault.contentType ?? 'application/json' });
  }
}

/** True where the fault works on a whole good body: If-None-Match is not looked at then. */
export function needsBody(fault: Fault): boolean {
  return ['truncate', 'cut', 'mutate', 'text'].includes(fault.kind);
}

function withBody(good: Answer, body: string): Answer {
  return { ...good, headers: { ...good.headers, etag: toWeakEtag(body) }, body };
}

function toCut(fault: { atByte?: number }, good: Answer): number {
  return fault.atByte ?? Math.floor(Buffer.byteLength(good.body) / 2);
}

function toOutcome(answer: Answer, headers: Record<string, string> = {}): Outcome {
  return { kind: 'answer', answer: { ...answer, headers: { ...answer.headers, ...headers } } };
}

function toRetryAfter(value: number | string | undefined): Record<string, string> {
  return value === undefined ? {} : { 'retry-after': String(value) };
}
