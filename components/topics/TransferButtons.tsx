import './transfer-buttons.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';

export interface TransferButtonsProps {
  /** False: there is nothing to export. */
  canExport: boolean;
  onExport(): void;
  onFile(file: File): void;
}

/** The topics out to a file, and in from one. */
export function TransferButtons({ canExport, onExport, onFile }: TransferButtonsProps): JSX.Element {
  return (
    <div class="transfer-buttons">
      {canExport && (
        <Button look="plain" onClick={onExport}>
          Export topics
        </Button>
      )}
      <label class="file-button">
        Import topics…
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            if (file) onFile(file);
            // The same file, mended, can be chosen again.
            input.value = '';
          }}
        />
      </label>
    </div>
  );
}
