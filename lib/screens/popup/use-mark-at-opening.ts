import { useEffect, useRef } from 'preact/hooks';
import type { PaperId } from '@/lib/core/papers/paper';
import type { Settings } from '@/lib/core/settings/settings';
import type { PaperEntry } from '@/lib/ui/use-feed';

/** With "on opening": what is new when the popup opens is not new for the badge any more. Once; later ones wait. */
export function useMarkAtOpening(
  settings: Settings,
  fresh: readonly PaperEntry[] | undefined,
  markSeen: (ids: PaperId[]) => void,
): void {
  const done = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a setting changed later is for the next opening
  useEffect(() => {
    if (!fresh || done.current) return;
    done.current = true;
    if (settings.clearNewBy === 'open' && fresh.length > 0) markSeen(fresh.map(({ paper }) => paper.id));
  }, [fresh]);
}
