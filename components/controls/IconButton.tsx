import './controls.css';
import type { ComponentChildren, JSX } from 'preact';
import { toTooltip, useNamedKey } from './letter-keys';

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
  /** The id of what it acts on, where its name does not say that. */
  describedBy?: string;
  /** Turns the icon while something is under way. */
  busy?: boolean;
}

/** A 28 px button that shows only an icon. */
export function IconButton({
  label,
  children,
  onClick,
  disabled,
  pressed,
  keys,
  describedBy,
  busy,
}: IconButtonProps): JSX.Element {
  const key = useNamedKey(keys);
  return (
    <button
      type="button"
      class={busy ? 'icon-button is-busy' : 'icon-button'}
      aria-label={label}
      title={toTooltip(label, key)}
      aria-describedby={describedBy}
      aria-keyshortcuts={key}
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
