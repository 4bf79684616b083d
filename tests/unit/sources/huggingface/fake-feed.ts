import { type ClientIo, fetchDailyPage, type PageAsk } from '@/lib/sources/huggingface/client';
import { DAY } from './wire-item';

/** 08:00 UTC of the day that the tests ask for. */
export const NOW = Date.UTC(2026, 10, 20, 8, 0, 0);

export interface Sent {
  url: string;
  init: RequestInit;
}

type Reply = Response | Error | ((sent: Sent) => Response | Promise<Response>);

/** A 200 with JSON, as the feed sends it. */
export function toJsonResponse(body: unknown, headers: Record<string, string> = {}): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, { headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers } });
}

/** An answer without a body of use. */
export function toStatus(status: number, headers: Record<string, string> = {}): Response {
  return new Response(status === 304 ? null : 'x', { status, headers });
}

/** Asks one page of a network that gives `reply`; `sent` holds the request that went out. */
export async function ask(reply: Reply, change: Partial<PageAsk> = {}, io: Partial<ClientIo> = {}) {
  const sent: Sent[] = [];
  async function fetch(this: unknown, url: string, init: RequestInit): Promise<Response> {
    // The browser's own function refuses to be called as a method of anything but the global object.
    if (this !== undefined) throw new TypeError('Illegal invocation');
    const request = { url, init };
    sent.push(request);
    if (reply instanceof Error) throw reply;
    return typeof reply === 'function' ? reply(request) : reply;
  }
  const answer = await fetchDailyPage(
    { date: DAY, page: 0, ...change },
    { fetch: fetch as typeof globalThis.fetch, now: () => NOW, onLine: () => true, ...io },
  );
  return { answer, sent, init: sent[0]?.init, headers: new Headers(sent[0]?.init.headers) };
}
