import './dialog.css';
import type { ComponentChildren, JSX } from 'preact';
import { IconButton } from './IconButton';
import { Cross } from './tool-icons';
import { useModal } from './use-modal';

export interface DialogProps {
  title: string;
  /** The title is said and not shown. */
  isTitleHidden?: boolean;
  children: ComponentChildren;
  onClose(): void;
}

/** A native dialog over the page: the browser keeps the focus in it and gives it back. Esc or a click beside it closes. */
export function Dialog({ title, isTitleHidden = false, children, onClose }: DialogProps): JSX.Element {
  const box = useModal();
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-label={title}
      // In Chrome an Esc that nobody takes closes the whole popup.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose();
      }}
    >
      <div class="dialog-page">
        <div class="dialog-head">
          <h2 class={isTitleHidden ? 'said' : undefined}>{title}</h2>
          {!isTitleHidden && (
            <IconButton label="Close" keys="Escape" onClick={onClose}>
              <Cross />
            </IconButton>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
