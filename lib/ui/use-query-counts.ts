import { useEffect, useState } from 'preact/hooks';
import type { QueryCounts } from './counts-run';
import type { PageScanner } from './use-paper-scanner';

/**
 * How many stored papers of the last 30 days each query catches, by query text; a query is missing until it was counted.
 * `queries` must be the same array as long as it holds the same.
 */
export function useQueryCounts(queries: readonly string[], scanner: PageScanner | undefined): QueryCounts {
  const [counts, setCounts] = useState<QueryCounts>(new Map());
  useEffect(() => scanner?.watch('counts', queries, setCounts), [queries, scanner]);
  return counts;
}
