import './file-button.css';
import type { ComponentChildren, JSX } from 'preact';

export interface FileButtonProps {
  children: ComponentChildren;
  /** As the looks of `Button`. */
  look?: 'outline' | 'plain';
  disabled?: boolean;
  onFile(file: File): void;
}

/** A button that asks for a JSON file of this computer. */
export function FileButton({ children, look = 'outline', disabled = false, onFile }: FileButtonProps): JSX.Element {
  return (
    <label class={`button button-${look} file-button`}>
      {children}
      <input
        type="file"
        accept=".json,application/json"
        disabled={disabled}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) onFile(file);
          // The same file, made whole, can be chosen again.
          input.value = '';
        }}
      />
    </label>
  );
}
