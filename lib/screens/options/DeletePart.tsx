import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { BulletList } from '@/components/options/BulletList';
import { Part } from '@/components/options/Section';
import { toWaitsWords } from '@/lib/core/sync/newer-words';
import { toDetail } from '@/lib/ui/start';
import { useIsNewer } from '@/lib/ui/use-newer-data';
import { DELETE_CHOICES, type DeleteChoice } from './delete-choices';
import { useRefetch } from './use-refetch';

export interface DeletePartProps {
  /** Has `work` take the texts of this page with it that are not saved: they would be written again after it. */
  onDropDrafts(work: () => Promise<void>): Promise<void>;
}

/** The ways to be rid of what is stored. Each is asked about in a dialog that names what goes. */
export function DeletePart({ onDropDrafts }: DeletePartProps): JSX.Element {
  const [asked, setAsked] = useState<DeleteChoice>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const isNewer = useIsNewer();
  const refetch = useRefetch();

  const status = useRef<HTMLParagraphElement>(null);
  const couldRetry = useRef(false);
  useEffect(() => {
    // The button that fetched them has gone with the trouble, and the focus with the button.
    if (couldRetry.current && !refetch.hasFailed && document.activeElement === document.body) status.current?.focus();
    couldRetry.current = refetch.hasFailed;
  }, [refetch.hasFailed]);

  const ask = (choice: DeleteChoice) => {
    setProblem(undefined);
    setSaid('');
    refetch.clear();
    setAsked(choice);
  };
  const remove = async ({ isOwn, isFeed, done, work }: DeleteChoice) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await (isOwn ? onDropDrafts(work) : work());
      setAsked(undefined);
      if (isFeed) void refetch.begin(done);
      else setSaid(done);
    } catch (error) {
      setProblem(`It could not be deleted, or not all of it (${toDetail(error)}). You can try again.`);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Part title="Delete" explains="A backup can be saved before, above. Nothing else brings back what you made.">
      <div class="confirm-ways is-start">
        {DELETE_CHOICES.map((choice) => (
          <Button key={choice.button} onClick={() => ask(choice)} disabled={refetch.busy || isNewer}>
            {choice.button}
          </Button>
        ))}
      </div>
      {isNewer && <p>Deleting {toWaitsWords()}</p>}
      <p role="status" ref={status} tabIndex={-1}>
        {said || refetch.words}
      </p>
      {refetch.hasFailed && (
        // Not disabled while it works: that would take the focus away.
        <Button onClick={() => !refetch.busy && void refetch.begin('')}>Fetch them now</Button>
      )}
      {asked && (
        <ConfirmDialog
          title={asked.title}
          action={asked.action}
          {...(asked.word === undefined ? {} : { word: asked.word })}
          busy={busy}
          problem={problem}
          onConfirm={() => void remove(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>{asked.word === undefined ? 'These go:' : 'This can’t be undone. These go:'}</p>
          <BulletList items={asked.goes} />
          <p>{asked.after}</p>
        </ConfirmDialog>
      )}
    </Part>
  );
}
