import { render } from 'preact';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { isPrivateWindow } from '@/lib/app/private-window';
import { toPrivateReason } from '@/lib/core/sync/empty-reasons';
import { OptionsScreen } from './OptionsScreen';

/** Shows the options in `root`; in a private window of Firefox why they can't be shown. */
export function mountOptions(root: HTMLElement): void {
  render(isPrivateWindow() ? <PrivateNote /> : <OptionsScreen />, root);
}

function PrivateNote() {
  return (
    <main class="private-note">
      <h1>Daily Papers</h1>
      <EmptyNote reason={toPrivateReason()} onAct={() => location.reload()} />
    </main>
  );
}
