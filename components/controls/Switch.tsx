import './controls.css';
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface SwitchProps {
  checked: boolean;
  onChange(checked: boolean): void;
  children: ComponentChildren;
  /** One line: what it does, or what is without it. */
  explains: string;
  disabled?: boolean;
}

/** On or off, with its words beside it and below them what it does; a click on the words turns it too. */
export function Switch({ checked, onChange, children, explains, disabled }: SwitchProps): JSX.Element {
  const id = useId();
  return (
    <div class="switch-setting">
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={checked}
          aria-describedby={id}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span class="switch-words">{children}</span>
      </label>
      <p class="explains" id={id}>
        {explains}
      </p>
    </div>
  );
}
