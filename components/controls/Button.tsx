import './controls.css';
import type { ComponentChildren, JSX } from 'preact';
import { toTooltip, useNamedKey } from './letter-keys';

export interface ButtonProps {
  children: ComponentChildren;
  onClick(): void;
  /** `plain` looks like a link, `solid` is the one thing to do next. */
  look?: 'outline' | 'solid' | 'plain';
  disabled?: boolean;
  /** What happens, where the words on the button alone do not say it. */
  label?: string;
  /** The key that does the same: said to screen readers, and in the tooltip. */
  keys?: string;
}

/** A button with words on it. */
export function Button({ children, onClick, look = 'outline', disabled, label, keys }: ButtonProps): JSX.Element {
  const key = useNamedKey(keys);
  return (
    <button
      type="button"
      class={`button button-${look}`}
      aria-label={label}
      title={key === undefined ? undefined : toTooltip(label ?? String(children), key)}
      aria-keyshortcuts={key}
      // Not `disabled`: a button that is switched off by its own click would drop the focus.
      aria-disabled={disabled ? 'true' : undefined}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      {children}
    </button>
  );
}
