import type { Exchange } from '@/lib/core/sync/page-answer';

/** A page of 100 papers is half a megabyte. */
export const MAX_BODY_BYTES = 20_000_000;

/**
 * The body as text, or `undefined` when it is larger than `MAX_BODY_BYTES`: it is cancelled there, so that a server
 * that never stops sending cannot fill the worker's memory. Throws what the stream throws (network, abort). Counts the
 * bytes of `exchange`.
 */
export async function readBody(response: Response, exchange: Exchange): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    exchange.bytes += value.byteLength;
    if (exchange.bytes > MAX_BODY_BYTES) {
      // Not awaited: a stream that hangs would hang its cancelling too. What it rejects with is of no interest.
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** `application/json`, `application/problem+json` with any parameters. */
export function isJson(contentType: string): boolean {
  return /^application\/(?:[\w.-]+\+)?json$/.test(contentType);
}

/** The media type without parameters, in lower case; empty when the header is absent. */
export function toContentType(headers: Headers): string {
  return (headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase().slice(0, 100);
}
