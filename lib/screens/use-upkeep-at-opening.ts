import { useEffect } from 'preact/hooks';
import { whenIdle } from '@/lib/ui/when-idle';

/** A page that is only glanced at is gone before it has nothing to do. */
const WITHIN_MS = 2_000;

/**
 * What is due is done when a page opens: a backup is saved, papers that are too old are deleted. Once the page stands, by
 * modules of their own that nothing waits for. What fails is told in the options.
 */
export function useUpkeepAtOpening(): void {
  useEffect(
    () =>
      whenIdle(() => {
        import('@/lib/app/back-up').then(({ backUpIfDue }) => backUpIfDue()).catch(() => undefined);
        import('@/lib/app/prune-feed').then(({ pruneFeed }) => pruneFeed()).catch(() => undefined);
      }, WITHIN_MS),
    [],
  );
}
