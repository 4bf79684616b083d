import { useEffect } from 'preact/hooks';

/**
 * Asks for a reading when the page opens, where one is due. Loaded after the page is on the screen. A reading that fails
 * is told by the state of the feed; that there is no database is told by the page itself.
 */
export function useSyncAtOpening(): void {
  useEffect(() => {
    import('@/lib/app/ask-sync').then(({ askSync }) => askSync('page')).catch(() => undefined);
  }, []);
}
