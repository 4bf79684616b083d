import { render } from 'preact';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { isPrivateWindow } from '@/lib/app/private-window';
import { onLocalStorageCleared } from '@/lib/browser/local-storage';
import type { EmptyReason } from '@/lib/core/sync/empty-reasons';
import { holdEffectsUntilPainted, whenPainted } from '@/lib/ui/first-paint';
import { beginStart, type StartResult } from '@/lib/ui/start';
import { showLooks } from '../style/show-looks';
import { Popup } from './Popup';
import { forgetPlace, isPlaceCurrent, type Place } from './place';
import { takeReading } from './read-ahead';

/** A database opens in milliseconds. One that hangs tells nobody: no event, no error, a blank window for ever. */
const SLOW_MS = 2_000;

/**
 * Shows the popup in `root`. The database is asked before anything is rendered, so that the first frame with cards is
 * the first frame; everything else is loaded behind it.
 */
export function mountPopup(root: HTMLElement): void {
  /** What is shown instead of a list; `isOver` is asked again once its words have come. */
  const showReason = async (
    toReason: (reasons: typeof import('@/lib/core/sync/storage-reasons')) => EmptyReason,
    isOver = () => false,
  ) => {
    const reason = toReason(await import('@/lib/core/sync/storage-reasons'));
    if (isOver()) return;
    render(
      <main class="popup-broken">
        <h1>Daily Papers</h1>
        <EmptyNote reason={reason} onAct={() => location.reload()} />
      </main>,
      root,
    );
  };
  /** The database refused: why, and what can be done about it. */
  const showRecovery = async (detail: string) => {
    const { RecoveryScreen } = await import('../recovery/RecoveryScreen');
    render(
      <main class="popup-broken">
        <h1>Daily Papers</h1>
        <RecoveryScreen detail={detail} />
      </main>,
      root,
    );
  };
  const show = async (result: StartResult, place: Place | undefined) => {
    if (!result.ok) return showRecovery(result.detail);
    showLooks(result.start.settings);
    render(
      <Popup start={result.start} place={place && isPlaceCurrent(place, result.start) ? place : undefined} />,
      root,
    );
  };
  /** What the databases say; that they are slow is told meanwhile, in the place of all else. */
  const waitFor = async (result: Promise<StartResult>) => {
    let answered = false;
    let isToldSlow = false;
    const slow = setTimeout(() => {
      isToldSlow = true;
      void showReason(
        ({ toSlowStorageReason }) => toSlowStorageReason(),
        () => answered,
      );
    }, SLOW_MS);
    const answer = await result;
    answered = true;
    clearTimeout(slow);
    return { answer, isToldSlow };
  };
  const begin = async () => {
    const reading = takeReading();
    await show((await waitFor(reading.result)).answer, reading.place);
    if (!reading.isKept) return;
    // A kept list stands there as if all were well, also over a database that refuses or hangs.
    await whenPainted();
    const { answer, isToldSlow } = await waitFor(beginStart());
    if (isToldSlow || !answer.ok) await show(answer, undefined);
  };

  if (isPrivateWindow()) {
    void showReason(({ toPrivateReason }) => toPrivateReason());
    return;
  }
  holdEffectsUntilPainted();
  void begin();
  // Ends every subscription: without it the memory of the browser grows with each opening (FAULTS 43).
  addEventListener('pagehide', () => render(null, root));
  // Everything the user made was deleted in another page: what is on show here, and would be kept, is some of it.
  onLocalStorageCleared(() => {
    render(null, root);
    forgetPlace();
    void begin();
  });
  // Back from the browser's page cache the page is as it was left: empty.
  addEventListener('pageshow', (event) => {
    if (event.persisted) void begin();
  });
}
