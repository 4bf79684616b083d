import { createHash } from 'node:crypto';
import { type Day, isDay, toUtcDay } from '@/lib/core/days/day';
import { type Feed, sortByUpvotes, type WireItem } from './feed';

/** A request as the stand-in sees it, whichever way it came. Header names are lower case. */
export interface StandInRequest {
  method: string;
  host: string;
  /** Path and query, as in the request line. */
  target: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface AnswerOptions {
  /** Serve fewer items a page than asked for: "a page can hold fewer" (SOURCES 1.1). */
  pageCap?: number;
}

export const FEED_HOST = 'huggingface.co';
const FEED_PATH = '/api/daily_papers';
const FIRST_DAY = '2023-05-04';
const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;
const PLAYED_PARAMETERS = ['date', 'p', 'limit'];

/** What https://huggingface.co says to `request` at `now` (ms), by SOURCES 1.1 and 1.5. Keeps nothing, changes nothing. */
export function answer(request: StandInRequest, feed: Feed, now: number, options: AnswerOptions = {}): Answer {
  const url = new URL(request.target, `https://${FEED_HOST}`);
  if (request.host !== FEED_HOST) return toText(404, 'text/plain', `The stand-in does not play ${request.host}`);
  if (request.method === 'OPTIONS') return { status: 204, headers: toCors(request), body: '' };
  if (url.pathname !== FEED_PATH) return toPage(url.pathname);
  if (request.method !== 'GET' && request.method !== 'HEAD') return toError(405, 'Method not allowed', request);
  return answerFeed(request, url.searchParams, feed, now, options);
}

function answerFeed(
  request: StandInRequest,
  params: URLSearchParams,
  feed: Feed,
  now: number,
  options: AnswerOptions,
): Answer {
  const unplayed = [...params.keys()].find((name) => !PLAYED_PARAMETERS.includes(name));
  if (unplayed !== undefined) return toError(501, `The stand-in does not play the parameter "${unplayed}"`, request);
  const date = params.get('date');
  const page = toInteger(params.get('p'), 0, 0, Number.MAX_SAFE_INTEGER);
  const limit = toInteger(params.get('limit'), DEFAULT_LIMIT, 1, MAX_LIMIT);
  const today = toUtcDay(now);
  if (date !== null && !isDay(date)) return toError(400, 'Invalid date: expected YYYY-MM-DD', request);
  if (date !== null && date > today) return toError(400, `Invalid date: must be at most ${today}`, request);
  if (page === undefined) return toError(400, 'Invalid p: must be an integer of at least 0', request);
  if (limit === undefined) return toError(400, `Invalid limit: must be between 1 and ${MAX_LIMIT}`, request);

  const size = Math.min(limit, options.pageCap ?? limit);
  const list = date === null ? readNewest(feed, today, (page + 1) * size) : readDay(feed, date);
  const body = JSON.stringify(list.slice(page * size, (page + 1) * size));
  const headers = { ...toCors(request), 'content-type': 'application/json; charset=utf-8', etag: toWeakEtag(body) };
  if (list.length > (page + 1) * size) Object.assign(headers, { link: toNextLink(params, page) });
  if (matchesEtag(request.headers['if-none-match'], headers.etag)) return { status: 304, headers, body: '' };
  return { status: 200, headers, body: request.method === 'HEAD' ? '' : body };
}

function readDay(feed: Feed, date: Day): WireItem[] {
  return date < FIRST_DAY ? [] : sortByUpvotes(feed.read(date));
}

/** Without a date: the newest batch first, in feed order inside it. One more item than `count` tells of a next page. */
function readNewest(feed: Feed, today: Day, count: number): WireItem[] {
  const items: WireItem[] = [];
  for (const day of feed.days(today).reverse()) {
    if (items.length > count) break;
    items.push(...feed.read(day));
  }
  return items;
}

function toInteger(text: string | null, fallback: number, min: number, max: number): number | undefined {
  if (text === null) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}

/** Relative, as recorded: `</api/daily_papers?p=1&limit=20>; rel="next"`. */
function toNextLink(params: URLSearchParams, page: number): string {
  const next = new URLSearchParams(params);
  next.set('p', String(page + 1));
  return `<${FEED_PATH}?${next}>; rel="next"`;
}

export function toWeakEtag(body: string): string {
  const digest = createHash('sha1').update(body).digest('base64').slice(0, 27);
  return `W/"${Buffer.byteLength(body).toString(16)}-${digest}"`;
}

/** Weak comparison of RFC 9110, 13.1.2: the mark `W/` does not count. */
function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  const strip = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch?.split(',').some((tag) => tag.trim() === '*' || strip(tag) === strip(etag)) ?? false;
}

const EXPOSED =
  'X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,Accept-Ranges,Content-Range,X-Linked-Size,X-Linked-ETag,X-Xet-Hash';

/** As recorded: the origin is reflected, and RateLimit and Retry-After are not exposed. */
function toCors(request: StandInRequest): Record<string, string> {
  return {
    'access-control-allow-origin': request.headers.origin ?? `https://${FEED_HOST}`,
    'access-control-max-age': '86400',
    'access-control-expose-headers': EXPOSED,
    vary: 'Origin',
    'x-powered-by': 'huggingface-moon',
  };
}

/** An error as the Hub words it: a JSON body and the same sentence in a header. */
export function toError(status: number, error: string, request: StandInRequest): Answer {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'x-error-message': error };
  return { status, headers: { ...toCors(request), ...headers }, body: JSON.stringify({ error }) };
}

export function toText(status: number, type: string, body: string): Answer {
  return { status, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}

/** A page for the tab that a click on a paper opens. */
function toPage(path: string): Answer {
  const known = /^\/papers(\/|$)/.test(path);
  const title = known ? 'Stand-in for a paper page' : 'Not found';
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><p>${title}</p></html>`;
  return toText(known ? 200 : 404, 'text/html', html);
}
