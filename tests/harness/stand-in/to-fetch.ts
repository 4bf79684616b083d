import { setTimeout as wait } from 'node:timers/promises';
import type { StandInRequest } from './answer';
import type { StandIn } from './stand-in';

export interface FetchOptions {
  /** Waits `ms` or until the signal aborts: give the virtual clock's. */
  sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/**
 * A `fetch` that asks the stand-in without a socket: for tests in Node, with a virtual clock too.
 * Rejects as fetch does: TypeError for a lost connection, the signal's reason for an abort.
 */
export function toFetch(standIn: StandIn, options: FetchOptions = {}): typeof fetch {
  const sleep = options.sleep ?? ((ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }));

  return async (input, init) => {
    const request = new Request(input, init);
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    const { outcome, delayMs } = standIn.handle(await toStandInRequest(request));
    if (delayMs > 0) await sleep(delayMs, signal).catch((error: unknown) => rejectAborted(signal, error));
    signal?.throwIfAborted();
    if (outcome.kind === 'hang') return hang(signal);
    if (outcome.kind === 'drop') throw new TypeError('Failed to fetch');

    const { status, headers, body } = outcome.answer;
    const content = outcome.cutAt === undefined ? body : cutStream(body, outcome.cutAt);
    const response = new Response(status === 304 || status === 204 ? null : content, { status, headers });
    Object.defineProperty(response, 'url', { value: request.url });
    return response;
  };
}

async function toStandInRequest(request: Request): Promise<StandInRequest> {
  const url = new URL(request.url);
  const body = await request.text();
  return {
    method: request.method,
    host: url.host,
    target: url.pathname + url.search,
    headers: Object.fromEntries(request.headers),
    ...(body === '' ? {} : { body }),
  };
}

function rejectAborted(signal: AbortSignal | undefined, error: unknown): never {
  throw signal?.aborted === true ? signal.reason : error;
}

function hang(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

function cutStream(body: string, atByte: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from(body).subarray(0, atByte));
      controller.error(new TypeError('network error'));
    },
  });
}
