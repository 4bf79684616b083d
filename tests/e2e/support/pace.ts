import type { LoggedRequest } from '../../harness/stand-in/request-log';

/**
 * The shortest time, ms, in which eleven requests in a row arrived: ten gaps. One gap alone says little here: the second
 * begins when a request goes out, and how long each is on its way to the server differs by half of it.
 */
export function toShortestTenGaps(requests: readonly LoggedRequest[]): number {
  const spans = requests.slice(10).map((request, index) => request.at - (requests[index]?.at ?? 0));
  if (spans.length === 0) throw new Error(`only ${requests.length} requests`);
  return Math.min(...spans);
}
