import './newer-note.css';
import type { JSX } from 'preact';
import { toNewerReason } from '@/lib/core/sync/newer-words';
import { EmptyNote } from './EmptyNote';

/** Above everything else on a page whose databases a newer version of the extension wrote. */
export function NewerNote(): JSX.Element {
  return (
    <div class="newer-note">
      <EmptyNote isAlert reason={toNewerReason()} onAct={() => location.reload()} />
    </div>
  );
}
