import { useEffect, useRef } from 'preact/hooks';
import type { PaperId } from '@/lib/core/papers/paper';
import type { Settings } from '@/lib/core/settings/settings';

/**
 * With "on opening": what is new when the popup opens, matched or in its first list, is not new any more. Once; later
 * ones wait. `ids` is `undefined` while it is not known.
 */
export function useMarkAtOpening(
  settings: Settings,
  ids: readonly PaperId[] | undefined,
  markSeen: (ids: PaperId[]) => void,
): void {
  const done = useRef(false);
  useEffect(() => {
    if (!ids || done.current) return;
    done.current = true;
    if (settings.clearNewBy === 'open' && ids.length > 0) markSeen([...new Set(ids)]);
  });
}
