import './text-field.css';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface TextFieldProps {
  label: string;
  value: string;
  placeholder?: string;
  maxLength?: number;
  onInput(value: string): void;
  /** The user left the field, or pressed Enter in it. */
  onDone(): void;
}

/** One line of text under its label. */
export function TextField({ label, value, placeholder, maxLength, onInput, onDone }: TextFieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={onDone}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) onDone();
        }}
      />
    </div>
  );
}
