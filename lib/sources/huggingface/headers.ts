import type { AnswerLimits } from '@/lib/core/sync/page-answer';

/** The longest wait a header can impose. The server's window is 5 minutes; a slip must not silence the feed for years. */
const MAX_WAIT_S = 24 * 3_600;
const MAX_HEADER_LENGTH = 4_000;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
/** IMF-fixdate, the one form servers send. `Date.parse` alone also takes "55 seconds" for a year. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
/** `<address>` and its parameters; values are tokens or quoted (RFC 8288). */
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s;,="<>]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"<>]*))?)*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

/**
 * What an answer says about asking again (SOURCES 1.5). `RateLimit: "api";r=0;t=55` (r left, t seconds to the reset; one
 * member per policy), its older form `limit=500, remaining=0, reset=55`, and `Retry-After` in seconds or as a date on
 * the server's clock. Nothing left bars until the reset, also beside a 200. `receivedAt` in ms on our clock.
 */
export function toLimits(headers: Headers, receivedAt: number): AnswerLimits {
  const policies = toPolicies(read(headers, 'ratelimit'));
  const barS = policies.flatMap(({ left, resetS }) => (left === 0 ? [resetS] : []));
  const waitS = Math.max(0, ...barS, toRetryAfterS(headers, receivedAt));
  const left = policies.map((policy) => policy.left);
  return {
    ...(waitS > 0 ? { notBefore: receivedAt + Math.min(waitS, MAX_WAIT_S) * 1_000 } : {}),
    ...(left.length > 0 ? { remaining: Math.min(...left) } : {}),
  };
}

/** The server's clock now: its Date, and the seconds a cache has held the answer. ms. */
export function toServerNow(headers: Headers): number | undefined {
  const at = toHttpDate(read(headers, 'date'));
  return at === undefined ? undefined : at + (toSeconds(read(headers, 'age')) ?? 0) * 1_000;
}

/** A well-formed ETag, to be sent back as it is. */
export function toEtag(headers: Headers): string | undefined {
  const etag = read(headers, 'etag');
  return etag.length <= 200 && /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(etag) ? etag : undefined;
}

/**
 * The page after `page`, when the Link header names it as next: on the same host and path, for the same day, one
 * further. Anything else is ignored: a wrong link must neither lead to another host nor round in a circle.
 */
export function toNextPage(headers: Headers, asked: URL, page: number): number | null {
  for (const [, target = '', parameters = ''] of read(headers, 'link').matchAll(LINK)) {
    const rel = REL.exec(parameters);
    if (!(rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).includes('next')) continue;
    if (!URL.canParse(target, asked)) continue;
    const url = new URL(target, asked);
    const sameList = url.origin === asked.origin && url.pathname === asked.pathname;
    const day = url.searchParams.get('date');
    const sameDay = day === null || day === asked.searchParams.get('date');
    if (sameList && sameDay && url.searchParams.get('p') === String(page + 1)) return page + 1;
  }
  return null;
}

/** Headers are short; a long one is an attack on the expressions below. */
function read(headers: Headers, name: string): string {
  return (headers.get(name) ?? '').trim().slice(0, MAX_HEADER_LENGTH);
}

function toPolicies(header: string): { left: number; resetS: number }[] {
  const text = header.replace(QUOTED, 'policy');
  const older = /\bremaining\s*=/i.test(text);
  return (older ? [text] : text.split(',')).flatMap((member) => {
    const left = (older ? /\bremaining\s*=\s*(\d+)/i : /;\s*r\s*=\s*(\d+)/i).exec(member);
    const reset = (older ? /\breset\s*=\s*(\d+)/i : /;\s*t\s*=\s*(\d+)/i).exec(member);
    return left?.[1] === undefined ? [] : [{ left: Number(left[1]), resetS: Number(reset?.[1] ?? 0) }];
  });
}

function toRetryAfterS(headers: Headers, receivedAt: number): number {
  const text = read(headers, 'retry-after');
  const seconds = toSeconds(text);
  if (seconds !== undefined) return seconds;
  const at = toHttpDate(text);
  // A date is read on the server's clock: ours can be days off (FAULTS 22).
  return at === undefined ? 0 : Math.max(0, (at - (toServerNow(headers) ?? receivedAt)) / 1_000);
}

function toSeconds(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function toHttpDate(text: string): number | undefined {
  const at = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
