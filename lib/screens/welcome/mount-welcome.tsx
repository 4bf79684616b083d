import { render } from 'preact';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { isPrivateWindow } from '@/lib/app/private-window';
import { toPrivateReason } from '@/lib/core/sync/empty-reasons';
import { WelcomeScreen } from './WelcomeScreen';

/** Shows the welcome page in `root`; in a private window of Firefox why nothing can be picked there. */
export function mountWelcome(root: HTMLElement): void {
  render(isPrivateWindow() ? <PrivateNote /> : <WelcomeScreen />, root);
}

function PrivateNote() {
  return (
    <main class="private-note">
      <h1>Daily Papers</h1>
      <EmptyNote reason={toPrivateReason()} onAct={() => location.reload()} />
    </main>
  );
}
