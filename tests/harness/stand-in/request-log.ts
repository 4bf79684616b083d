import type { StandInRequest } from './answer';

/** One request that reached the stand-in, for whatever host it was meant. */
export interface LoggedRequest {
  /** By the stand-in's clock, ms. */
  at: number;
  host: string;
  method: string;
  path: string;
  query: Record<string, string>;
  /** Path and query as sent. */
  target: string;
  headers: Record<string, string>;
  body?: string;
  /** What became of it, once decided. */
  result?: number | 'hang' | 'drop';
}

/** A connection whose TLS greeting named a host, whether or not a request followed on it. */
export interface LoggedGreeting {
  at: number;
  host: string;
}

export function toLogged(request: StandInRequest, at: number): LoggedRequest {
  const url = new URL(request.target, 'https://any');
  return {
    at,
    host: request.host,
    method: request.method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    target: request.target,
    headers: { ...request.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
  };
}
