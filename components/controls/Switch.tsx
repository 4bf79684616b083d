import './controls.css';
import type { ComponentChildren, JSX } from 'preact';

export interface SwitchProps {
  checked: boolean;
  onChange(checked: boolean): void;
  children: ComponentChildren;
  disabled?: boolean;
  /** The id of the line that says what it does. */
  explainedBy?: string;
}

/** On or off, with its words beside it; a click on the words turns it too. */
export function Switch({ checked, onChange, children, disabled, explainedBy }: SwitchProps): JSX.Element {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        aria-describedby={explainedBy}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="switch-words">{children}</span>
    </label>
  );
}
