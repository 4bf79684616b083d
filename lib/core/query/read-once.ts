import { type QueryReading, readQuery } from './read-query';

/**
 * Queries by their text. The badge is counted after every page of a sync and every card that was seen, from topics read
 * anew each time: reading fifty queries takes as long as asking them about a hundred papers. Emptied when full.
 */
const known = new Map<string, QueryReading>();
const KNOWN_LIMIT = 400;

/** `readQuery` for queries that are asked again and again, as those of topics are. */
export function readOnce(query: string): QueryReading {
  let result = known.get(query);
  if (!result) {
    result = readQuery(query);
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(query, result);
  }
  return result;
}
