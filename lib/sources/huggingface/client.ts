import type { Day } from '@/lib/core/days/day';
import { toLine } from '@/lib/core/papers/clean-text';
import type { Failure } from '@/lib/core/sync/failure';
import { REQUEST_TIMEOUT_MS } from '@/lib/core/sync/limits';
import type { Exchange, PageAnswer } from '@/lib/core/sync/page-answer';
import { PAGE_SIZE } from '@/lib/core/sync/plan-page';
import { readAnswer } from './read-answer';

const FEED_URL = 'https://huggingface.co/api/daily_papers';

export interface PageAsk {
  date: Day;
  /** 0-based. */
  page: number;
  /** Of the reading that is stored; without it the server always sends the whole page. */
  etag?: string;
  /** Ends the exchange on purpose: `fetchDailyPage` then throws its reason. */
  signal?: AbortSignal;
}

export interface ClientIo {
  fetch: typeof fetch;
  /** Our clock, ms. */
  now(): number;
  /** `navigator.onLine`: it is wrong both ways, so it chooses words and decides nothing (FAULTS 20). */
  onLine(): boolean;
  /** For the whole exchange, to the last byte of the body. Under 30 s: a worker's fetch dies there. */
  timeoutMs?: number;
}

/**
 * One page of one day. Whatever goes wrong is a value (law 9); only an abort by `ask.signal` throws, with the signal's
 * reason: an intentional stop is not a failure of the feed and must not be stored as one.
 */
export async function fetchDailyPage(ask: PageAsk, io: ClientIo): Promise<PageAnswer> {
  ask.signal?.throwIfAborted();
  const timeoutMs = io.timeoutMs ?? REQUEST_TIMEOUT_MS;
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = ask.signal ? AbortSignal.any([ask.signal, deadline]) : deadline;
  const exchange: Exchange = { bytes: 0 };
  const fail = (failure: Failure): PageAnswer => ({
    kind: 'failure',
    failure,
    limits: {},
    receivedAt: failure.at,
    exchange,
  });
  try {
    return { ...(await untilAborted(fetchAnswer(ask, io, signal, exchange), signal)), exchange };
  } catch (error) {
    ask.signal?.throwIfAborted();
    const at = io.now();
    if (deadline.aborted) return fail({ kind: 'timeout', at, afterMs: timeoutMs });
    if (!io.onLine()) return fail({ kind: 'offline', at });
    const detail = error instanceof Error ? toLine(error.message, 200) : '';
    return fail({ kind: 'unreachable', at, ...(detail ? { detail } : {}) });
  }
}

/** Also lets go of a body that ignores the signal: a read that never ends would hold the sync lock (FAULTS 19). */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Fills `exchange` as it goes: a body that breaks off has brought bytes all the same. */
async function fetchAnswer(ask: PageAsk, io: ClientIo, signal: AbortSignal, exchange: Exchange): Promise<PageAnswer> {
  // As a method of `io` the browser's fetch throws "Illegal invocation".
  const { fetch } = io;
  const url = toPageUrl(ask);
  const response = await fetch(url.href, {
    headers: { Accept: 'application/json', ...(ask.etag === undefined ? {} : { 'If-None-Match': ask.etag }) },
    // The browser's own cache would answer our conditional request with a 200 of its own (FAULTS 21).
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Followed, a captive portal's redirect would be a request to a host the user never agreed to.
    redirect: 'manual',
    signal,
  });
  if (response.status > 0) exchange.status = response.status;
  return readAnswer(response, ask, url, () => io.now(), exchange);
}

/** `https://huggingface.co/api/daily_papers?date=2026-11-20&limit=100`, and `&p=1` from the second page on. */
export function toPageUrl({ date, page }: Pick<PageAsk, 'date' | 'page'>): URL {
  const url = new URL(FEED_URL);
  url.searchParams.set('date', date);
  url.searchParams.set('limit', String(PAGE_SIZE));
  if (page > 0) url.searchParams.set('p', String(page));
  return url;
}
