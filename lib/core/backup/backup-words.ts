import { formatAgo, formatMoment } from '../days/format';
import { formatBytes } from '../sync/request-words';
import type { BackupState, MadeBackup } from './backup-state';

/** When the newest backup was made, where it is and how large. */
export function toLastBackupWords({ last }: BackupState, now: number): string {
  if (!last) return 'No backup was made here yet.';
  return `Last backup: ${formatAgo(last.at, now)}, ${formatBytes(last.bytes)}, ${last.file}.`;
}

/** What became of a backup that was asked for. */
export function toMadeWords({ file, bytes, isSaved, leftOut }: MadeBackup): string {
  const what = isSaved
    ? `Saved: ${file} (${formatBytes(bytes)}).`
    : `Handed to the browser as ${file} (${formatBytes(bytes)}): look into its downloads.`;
  if (leftOut === 0) return what;
  const rows = leftOut === 1 ? '1 damaged row was' : `${leftOut.toLocaleString('en-US')} damaged rows were`;
  return `${what} ${rows} left out.`;
}

/** Why the schedule has made none, and what comes next; `undefined` while all is well. */
export function toBackupFailureWords({ failure }: BackupState, now: number): string | undefined {
  if (!failure) return undefined;
  return `The backup of ${formatMoment(failure.at, now)} could not be saved. ${failure.words} What you made is safe in the browser; it is tried again when Daily Papers is opened in an hour or later. You can also press “Back up now”.`;
}
