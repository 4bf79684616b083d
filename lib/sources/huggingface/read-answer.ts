import { type Day, toUtcDay } from '@/lib/core/days/day';
import type { Failure } from '@/lib/core/sync/failure';
import type { Exchange, PageAnswer } from '@/lib/core/sync/page-answer';
import { toEtag, toLimits, toNextPage, toServerNow } from './headers';
import { isJson, MAX_BODY_BYTES, readBody, toContentType } from './read-body';
import { parseDailyPapers } from './wire';

/** After a 429 that does not say how long. */
const UNNAMED_WAIT_MS = 60_000;

/** What was asked: an answer only has a meaning beside it. */
interface Asked {
  date: Day;
  page: number;
  etag?: string;
}

type Facts = Pick<PageAnswer, 'limits' | 'serverNow' | 'receivedAt'>;

/** What a response means (law 9). Throws only what reading its body throws: a lost network, an abort. */
export async function readAnswer(
  response: Response,
  asked: Asked,
  url: URL,
  now: () => number,
  exchange: Exchange,
): Promise<PageAnswer> {
  if (response.status === 200 && isJson(toContentType(response.headers))) {
    return readPage(response, asked, url, now, exchange);
  }
  // The connection is given back at once; nothing in the body of an error is ever used.
  void response.body?.cancel().catch(() => undefined);
  const at = now();
  if (isRedirect(response)) return toStrangerAnswer('redirect', at);
  if (response.status === 200) return toStrangerAnswer(toContentType(response.headers), at);
  return toStatusAnswer(response.status, asked, toFacts(response.headers, at));
}

async function readPage(
  response: Response,
  asked: Asked,
  url: URL,
  now: () => number,
  exchange: Exchange,
): Promise<PageAnswer> {
  const text = await readBody(response, exchange);
  const at = now();
  const facts = toFacts(response.headers, at);
  if (text === undefined) {
    return fail({ kind: 'wrong-shape', at, detail: `The answer is larger than ${MAX_BODY_BYTES / 1e6} MB.` }, facts);
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return fail({ kind: 'broken-json', at }, facts);
  }
  const parsed = parseDailyPapers(body, asked.date);
  if (!parsed.ok) return fail({ kind: 'wrong-shape', at, detail: parsed.detail }, facts);
  const { papers, dropped, droppedCount } = parsed;
  if (papers.length === 0 && droppedCount > 0) {
    return fail({ kind: 'all-dropped', at, dropped: droppedCount, why: dropped[0]?.why ?? '' }, facts);
  }
  // With an ETag kept, a day whose items this version cannot read would answer 304 to the version that can.
  const etag = droppedCount === 0 ? toEtag(response.headers) : undefined;
  const next = papers.length === 0 ? null : toNextPage(response.headers, url, asked.page);
  return { kind: 'page', papers, dropped, droppedCount, next, ...(etag === undefined ? {} : { etag }), ...facts };
}

function toStatusAnswer(status: number, asked: Asked, facts: Facts): PageAnswer {
  const { limits, serverNow, receivedAt: at } = facts;
  if (status === 304 && asked.etag !== undefined) return { kind: 'not-modified', ...facts };
  if (status === 400 && asked.date >= toUtcDay(serverNow ?? at)) return { kind: 'ahead', ...facts };
  if (status === 429) {
    const until = limits.notBefore ?? at + UNNAMED_WAIT_MS;
    return fail({ kind: 'rate-limited', at, until }, { ...facts, limits: { ...limits, notBefore: until } });
  }
  if (status >= 500) {
    const until = limits.notBefore;
    return fail({ kind: 'server-error', at, status, ...(until === undefined ? {} : { until }) }, facts);
  }
  return fail({ kind: 'refused', at, status }, facts);
}

/** Not followed, so hidden by browsers behind a type of its own; Node shows the status. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

/** Not the feed: neither its clock nor its limits are the server's (the router of a portal often lives in 1970). */
function toStrangerAnswer(contentType: string, at: number): PageAnswer {
  return fail({ kind: 'not-json', at, contentType }, { limits: {}, receivedAt: at });
}

function toFacts(headers: Headers, receivedAt: number): Facts {
  const serverNow = toServerNow(headers);
  return { limits: toLimits(headers, receivedAt), receivedAt, ...(serverNow === undefined ? {} : { serverNow }) };
}

function fail(failure: Failure, facts: Facts): PageAnswer {
  return { kind: 'failure', failure, ...facts };
}
