import '../controls/file-dialog.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { RestoreDescription } from '@/lib/core/backup/describe-restore';
import { toPapersLine } from '@/lib/core/backup/restored-words';
import { formatMoment } from '@/lib/core/days/format';
import { Button } from '../controls/Button';
import { useModal } from '../controls/use-modal';
import { RestoreKinds } from './RestoreKinds';

/** What a chosen file would do, or why it can't be restored. */
export type RestoreOffer =
  | { ok: true; made: number; app: string; description: RestoreDescription }
  | { ok: false; problem: string };

export interface RestoreDialogProps {
  fileName: string;
  offer: RestoreOffer;
  now: number;
  busy: boolean;
  onRestore(): void;
  onClose(): void;
}

/** What restoring a backup would do, entry by entry, before anything is written. */
export function RestoreDialog({ fileName, offer, now, busy, onRestore, onClose }: RestoreDialogProps): JSX.Element {
  const dialog = useModal();
  const id = useId();
  return (
    <dialog
      ref={dialog}
      class="file-dialog restore-dialog"
      aria-labelledby={id}
      onClose={() => dialog.current && onClose()}
    >
      <h2 id={id} class="heading-2">
        {offer.ok ? 'Restore a backup' : 'Not restored'}
      </h2>
      <p class="explains file-dialog-name">
        {fileName}
        {offer.ok && `, made ${formatMoment(offer.made, now)} by version ${offer.app}`}
      </p>
      {offer.ok ? (
        <Preview description={offer.description} now={now} />
      ) : (
        <p role="alert">{offer.problem} Nothing was changed.</p>
      )}
      <p class="file-dialog-actions">
        {offer.ok && offer.description.writing > 0 && (
          <Button look="solid" disabled={busy} onClick={onRestore}>
            {busy ? 'Restoring…' : 'Restore'}
          </Button>
        )}
        <Button onClick={() => dialog.current?.close()}>
          {offer.ok && offer.description.writing > 0 ? 'Cancel' : 'Close'}
        </Button>
      </p>
    </dialog>
  );
}

function Preview({ description, now }: { description: RestoreDescription; now: number }): JSX.Element {
  return (
    <>
      <p>{toSummary(description)}</p>
      <RestoreKinds kinds={description.kinds} now={now} />
      {description.papers && (
        <section class="restore-kind">
          <h3>Papers</h3>
          <p>{toPapersLine(description.papers) || 'None.'}</p>
        </section>
      )}
    </>
  );
}

function toSummary({ changing, writing, papers }: RestoreDescription): string {
  const all =
    papers && papers.old + papers.ahead > 0
      ? 'But for papers that are left out, everything in it is here already'
      : 'Everything in it is here already';
  if (writing === 0) return `${all}, so nothing would change.`;
  const things = papers && papers.writing > 0 ? 'things were done, deleted or shown' : 'things were done, or deleted';
  if (changing === 0) return `${all}. Only when ${things}, would be noted for later.`;
  const undo =
    papers && papers.fresh > 0 ? 'One undo takes all of it back but the papers' : 'One undo takes all of it back';
  return `It is merged with what is here: of two values the later one stays, and nothing that only one side has is lost. ${undo}.`;
}
