import { useEffect, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import type { PaperScanner } from './paper-scanner';
import { openThreadedScanner } from './scanner-thread';

/** `scanner` is absent before it is wanted; `failed` when the database refuses. */
export interface ScannerState {
  scanner: PaperScanner | undefined;
  failed: boolean;
}

/**
 * The stored papers, ready for questions while the page is open, from the first moment `wanted` is true: a page that is
 * opened for a setting reads none.
 */
export function usePaperScanner(today: Day, wanted: boolean): ScannerState {
  const [scanner, setScanner] = useState<PaperScanner>();
  const [failed, setFailed] = useState(false);
  const [everWanted, setEverWanted] = useState(wanted);
  if (wanted && !everWanted) setEverWanted(true);

  useEffect(() => {
    if (!everWanted) return;
    const opened = openThreadedScanner(today, () => setFailed(true));
    setScanner(opened);
    return () => opened.close();
  }, [today, everWanted]);

  return { scanner, failed };
}
