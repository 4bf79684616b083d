import { useEffect } from 'preact/hooks';
import { whenIdle } from '@/lib/ui/when-idle';

/** A page that is only glanced at is gone before it has nothing to do. */
const WITHIN_MS = 2_000;

/**
 * Saves a backup when a page opens, where one is due: once the page stands, by a module of its own that nothing waits
 * for. What fails is told in the options.
 */
export function useBackupAtOpening(): void {
  useEffect(
    () =>
      whenIdle(() => {
        import('@/lib/app/back-up').then(({ backUpIfDue }) => backUpIfDue()).catch(() => undefined);
      }, WITHIN_MS),
    [],
  );
}
