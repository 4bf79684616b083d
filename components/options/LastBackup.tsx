import './last-backup.css';
import type { JSX } from 'preact';

export interface LastBackupProps {
  /** When the newest was made, where it is, how large. */
  words: string;
  /** Why the last try of the schedule brought none. */
  failure: string | undefined;
  /** What it is without. */
  leftOut: string | undefined;
}

/** How it stands with the backups. */
export function LastBackup({ words, failure, leftOut }: LastBackupProps): JSX.Element {
  return (
    <div class="last-backup">
      <p class="explains">{words}</p>
      {failure !== undefined && (
        <p role="alert">
          <strong class="is-missing">Not saved.</strong> {failure}
        </p>
      )}
      {leftOut !== undefined && (
        <p role="alert">
          <strong class="is-missing">Not whole.</strong> {leftOut}
        </p>
      )}
    </div>
  );
}
