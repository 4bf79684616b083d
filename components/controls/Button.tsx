import './controls.css';
import type { ComponentChildren, JSX } from 'preact';

export interface ButtonProps {
  children: ComponentChildren;
  onClick(): void;
  /** `plain` looks like a link, `solid` is the one thing to do next. */
  look?: 'outline' | 'solid' | 'plain';
  disabled?: boolean;
  /** What happens, where the words on the button alone do not say it. */
  label?: string;
}

/** A button with words on it. */
export function Button({ children, onClick, look = 'outline', disabled, label }: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button button-${look}`}
      aria-label={label}
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
