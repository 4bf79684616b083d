import '../controls/file-dialog.css';
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type RestoredPapers, type RestoreOffer, withoutPapers } from '@/lib/core/backup/describe-restore';
import { toRestoreSummary } from '@/lib/core/backup/restore-summary';
import { toPapersLine, toPruningLine } from '@/lib/core/backup/restored-words';
import { formatMoment } from '@/lib/core/days/format';
import { Button } from '../controls/Button';
import { Switch } from '../controls/Switch';
import { useModal } from '../controls/use-modal';
import { RestoreKinds } from './RestoreKinds';

export interface RestoreFailure {
  words: string;
  canRetry: boolean;
}

export interface RestoreDialogProps {
  fileName: string;
  offer: RestoreOffer;
  now: number;
  busy: boolean;
  /** Why restoring it has failed, and whether it can be tried again. */
  failure: RestoreFailure | undefined;
  onRestore(wants: { papers: boolean }): void;
  onClose(): void;
}

/** What restoring a backup would do, entry by entry, before anything is written. */
export function RestoreDialog(props: RestoreDialogProps): JSX.Element {
  const { fileName, offer, now, busy, failure, onRestore, onClose } = props;
  const dialog = useModal();
  const id = useId();
  const [papers, setPapers] = useState(true);
  const description = offer.ok ? (papers ? offer.description : withoutPapers(offer.description)) : undefined;
  const actions = useRef<HTMLParagraphElement>(null);
  const canRestore = description !== undefined && description.writing > 0 && failure?.canRetry !== false;
  useLayoutEffect(() => {
    // The button that was pressed has gone where it can't be tried again, and the focus with it.
    if (failure?.canRetry === false) actions.current?.querySelector('button')?.focus();
  }, [failure]);
  return (
    <dialog
      ref={dialog}
      class="file-dialog restore-dialog"
      aria-labelledby={id}
      // What is being written can't be called back by closing it.
      onCancel={(event) => busy && event.preventDefault()}
      onClose={() => {
        if (!dialog.current) return;
        if (!busy) return onClose();
        // A second Escape closes it unasked: a failure would be told nowhere.
        dialog.current.showModal();
        actions.current?.querySelector('button')?.focus();
      }}
    >
      <h2 id={id} class="heading-2" tabIndex={-1}>
        {offer.ok ? 'Restore a backup' : 'Not restored'}
      </h2>
      <p class="explains file-dialog-name">
        {fileName}
        {offer.ok && `, made ${formatMoment(offer.made, now)} by version ${offer.app}`}
      </p>
      {offer.ok && description ? (
        <>
          <p>{toRestoreSummary(description)}</p>
          {description.pruning && <p class="restore-warning">{toPruningLine(description.pruning)}</p>}
          {description.isWithoutFeed && <PapersLeftOut />}
          {offer.description.papers && (
            <PapersOf papers={offer.description.papers} wanted={papers} busy={busy} onWanted={setPapers} />
          )}
          <RestoreKinds kinds={description.kinds} now={now} />
        </>
      ) : (
        !offer.ok && <p role="alert">{offer.problem} Nothing was changed.</p>
      )}
      {failure && (
        <p role="alert" class="file-dialog-failure">
          {failure.words}
        </p>
      )}
      <p class="file-dialog-actions" ref={actions}>
        {canRestore && (
          <Button
            look="solid"
            disabled={busy}
            onClick={() => onRestore({ papers: papers && !description?.isWithoutFeed })}
          >
            {busy ? 'Restoring…' : 'Restore'}
          </Button>
        )}
        <Button disabled={busy} onClick={() => dialog.current?.close()}>
          {canRestore ? 'Cancel' : 'Close'}
        </Button>
      </p>
    </dialog>
  );
}

interface PapersOfProps {
  papers: RestoredPapers;
  wanted: boolean;
  /** They are being written, or left. */
  busy: boolean;
  onWanted(wanted: boolean): void;
}

/** What becomes of the papers, and the way to leave them. */
function PapersOf({ papers, wanted, busy, onWanted }: PapersOfProps): JSX.Element {
  return (
    <section class="restore-kind">
      <h3>Papers</h3>
      <p>{toPapersLine(papers) || 'None.'}</p>
      {papers.writing > 0 && (
        <Switch
          checked={wanted}
          disabled={busy}
          onChange={onWanted}
          explains="Without them the rest is restored all the same."
        >
          With the papers
        </Switch>
      )}
    </section>
  );
}

function PapersLeftOut(): JSX.Element {
  return (
    <section class="restore-kind">
      <h3>Papers</h3>
      <p>
        The papers stored in this browser can’t be opened, so those of the file are left out. The rest is restored all
        the same; restore the file again once they can be.
      </p>
    </section>
  );
}
