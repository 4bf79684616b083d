import './transfer-buttons.css';
import type { JSX } from 'preact';
import { Button } from '../controls/Button';
import { FileButton } from '../controls/FileButton';

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
      <FileButton look="plain" onFile={onFile}>
        Import topics…
      </FileButton>
    </div>
  );
}
