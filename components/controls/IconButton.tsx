import './controls.css';
import type { ComponentChildren, JSX } from 'preact';

export interface IconButtonProps {
  /** Its name for screen readers, and its tooltip. */
  label: string;
  /** One icon of `icons.tsx`. */
  children: ComponentChildren;
  onClick(): void;
  disabled?: boolean;
  /** For a button that is on or off. */
  pressed?: boolean;
  /** The key that does the same: said to screen readers, and behind the tooltip. */
  keys?: string;
  /** Turns the icon while something is under way. */
  busy?: boolean;
}

/** Keys that are drawn with a sign of their own. */
const KEY_SIGNS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

/** A 28 px button that shows only an icon. */
export function IconButton({ label, children, onClick, disabled, pressed, keys, busy }: IconButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={busy ? 'icon-button is-busy' : 'icon-button'}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${KEY_SIGNS[keys] ?? keys})`}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      // Not `disabled`: a button that loses the focus while it works leaves the keyboard nowhere.
      aria-disabled={disabled ? 'true' : undefined}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      {children}
    </button>
  );
}
