import { useEffect, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import { openPaperCache, type PaperCache } from './paper-cache';

/**
 * The papers in memory while the page is open, from the first moment `wanted` is true: a page that is opened for a
 * setting reads none. `failed` when the database refuses; `undefined` before it is wanted.
 */
export function usePaperCache(today: Day, wanted: boolean): { cache: PaperCache | undefined; failed: boolean } {
  const [cache, setCache] = useState<PaperCache>();
  const [failed, setFailed] = useState(false);
  const [everWanted, setEverWanted] = useState(wanted);
  if (wanted && !everWanted) setEverWanted(true);

  useEffect(() => {
    if (!everWanted) return;
    const opened = openPaperCache(today, () => setFailed(true));
    setCache(opened);
    return () => opened.close();
  }, [today, everWanted]);

  return { cache, failed };
}
