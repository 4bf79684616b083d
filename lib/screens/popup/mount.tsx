import { render } from 'preact';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { holdEffectsUntilPainted } from '@/lib/ui/first-paint';
import { beginStart, type StartResult } from '@/lib/ui/start';
import { showTheme } from '../style/show-theme';
import { Popup } from './Popup';

/**
 * Shows the popup in `root`. The database is asked before anything is rendered, so that the first frame with cards is
 * the first frame; everything else is loaded behind it.
 */
export function mountPopup(root: HTMLElement): void {
  const show = async (result: StartResult) => {
    if (result.ok) {
      showTheme(result.start.settings.theme);
      render(<Popup start={result.start} />, root);
    } else {
      const { toStorageReason } = await import('@/lib/core/sync/empty-reasons');
      render(
        <main class="popup-broken">
          <h1>Daily Papers</h1>
          <EmptyNote reason={toStorageReason(result.detail)} onAct={() => location.reload()} />
        </main>,
        root,
      );
    }
  };
  holdEffectsUntilPainted();
  void beginStart().then(show);
  // Ends every subscription: without it the memory of the browser grows with each opening (FAULTS 43).
  addEventListener('pagehide', () => render(null, root));
  // Back from the browser's page cache the page is as it was left: empty.
  addEventListener('pageshow', (event) => {
    if (event.persisted) void beginStart().then(show);
  });
}
