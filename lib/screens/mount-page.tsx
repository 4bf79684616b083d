import { type JSX, render } from 'preact';
import { EmptyNote } from '@/components/feed/EmptyNote';
import { isPrivateWindow } from '@/lib/app/private-window';
import { toPrivateReason } from '@/lib/core/sync/storage-reasons';

/** Shows `page` in `root`; in a private window of Firefox why nothing can be shown or kept there. */
export function mountPage(root: HTMLElement, page: JSX.Element): void {
  render(isPrivateWindow() ? <PrivateNote /> : page, root);
}

function PrivateNote(): JSX.Element {
  return (
    <main class="private-note">
      <h1>Daily Papers</h1>
      <EmptyNote reason={toPrivateReason()} onAct={() => location.reload()} />
    </main>
  );
}
