import { useEffect } from 'preact/hooks';
import { askFeed } from '../ask-feed';

/**
 * Asks for a reading when the page opens, where one is due. A reading that fails is told by the state of the feed; that there is no database is told by the page itself.
 */
export function useSyncAtOpening(): void {
  useEffect(() => {
    askFeed('page').catch(() => undefined);
  }, []);
}
