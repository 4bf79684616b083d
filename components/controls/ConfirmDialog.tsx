import './confirm-dialog.css';
import type { ComponentChildren, JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from './Button';
import { TextField } from './TextField';
import { useModal } from './use-modal';

export interface ConfirmDialogProps {
  title: string;
  /** Exactly what happens. */
  children: ComponentChildren;
  /** The words on the button that does it. */
  action: string;
  /** Has to be typed first, where nothing brings back what goes. */
  word?: string;
  busy: boolean;
  /** Why it could not be done. */
  problem: string | undefined;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something is deleted. A native dialog: it holds the focus and Escape closes it. */
export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const { title, children, action, word, busy, problem, onConfirm, onClose } = props;
  const dialog = useModal();
  const [typed, setTyped] = useState('');
  const id = useId();
  const isReady = word === undefined || typed.trim().toLowerCase() === word;
  return (
    <dialog ref={dialog} class="confirm-dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id} class="heading-2">
        {title}
      </h2>
      {children}
      {word !== undefined && (
        <TextField label={`Type “${word}” to go on`} value={typed} onInput={setTyped} onDone={() => undefined} />
      )}
      {problem !== undefined && (
        <p role="alert" class="confirm-problem">
          {problem}
        </p>
      )}
      <div class="confirm-ways">
        <Button onClick={() => dialog.current?.close()}>Keep it</Button>
        <Button look="solid" disabled={!isReady || busy} onClick={onConfirm}>
          {busy ? 'Deleting…' : action}
        </Button>
      </div>
    </dialog>
  );
}
