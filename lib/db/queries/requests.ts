import type { RequestRow } from '@/lib/core/sync/request-row';
import { feedDb } from '../feed-database';

/** Every request that is kept, newest first. */
export function readRequests(): Promise<RequestRow[]> {
  return feedDb.requests.reverse().toArray();
}
