import { formatAgo, formatMoment } from '../days/format';
import { formatBytes } from '../sync/request-words';
import { toLastWhole } from './backup-slots';
import type { BackupState, MadeBackup } from './backup-state';

/** When the newest backup was made, where it is and how large. */
export function toLastBackupWords({ last }: BackupState, now: number): string {
  if (!last) return 'No backup was made here yet.';
  return `Last backup: ${formatAgo(last.at, now)}, ${formatBytes(last.bytes)}, ${last.file}.`;
}

/** What became of a backup that was asked for. */
export function toMadeWords({ file, bytes, isSaved, leftOut, papers }: MadeBackup): string {
  const size = `${formatBytes(bytes)}${papers ? `, with ${toPapersWords(papers)}` : ''}`;
  const what = isSaved
    ? `Saved: ${file} (${size}).`
    : `Handed to the browser as ${file} (${size}): look into its downloads.`;
  if (leftOut === 0) return what;
  return `${what} ${toDamagedWords(leftOut, 'was', 'were')} left out.`;
}

/** What the newest backup is without, and where it is to be had; `undefined` where it is whole. */
export function toLeftOutWords({ last, slots }: BackupState, now: number): string | undefined {
  if (!last || last.leftOut === 0) return undefined;
  const whole = slots && toLastWhole(slots.held);
  const older = whole
    ? `${whole.file}: made ${formatAgo(whole.at, now)} with nothing left out, it is kept until there is another whole one`
    : 'an older backup, if you have one';
  return `${toDamagedWords(last.leftOut, 'is', 'are')} not in the last backup. Open Daily Papers again: its second copy may mend them, and the next backup is whole. If this stays, restore ${older}.`;
}

function toDamagedWords(count: number, is: string, are: string): string {
  return count === 1 ? `1 damaged row ${is}` : `${format(count)} damaged rows ${are}`;
}

/** A file can hold no more than the reader takes. */
function toPapersWords({ taken, of }: { taken: number; of: number }): string {
  if (taken < of) return `the newest ${format(taken)} of ${format(of)} papers: no more fit into one file`;
  return of === 1 ? '1 paper' : `${format(of)} papers`;
}

/**
 * What the file would hold besides, of what is stored; the size is reckoned from a sample. Nothing is said before it was
 * counted.
 */
export function toWithPapersWords(papers: { rows: number; bytes: number } | undefined): string {
  if (!papers) return '';
  const { rows, bytes } = papers;
  if (rows === 0) return 'No papers are stored.';
  const stored = rows === 1 ? '1 is stored' : `${format(rows)} are stored`;
  return `${stored}, about ${formatBytes(bytes)}. Left out, they are fetched again: the last days by themselves, older ones when you pick them.`;
}

/** Why the schedule has made none, and what comes next; `undefined` while all is well. */
export function toBackupFailureWords({ failure }: BackupState, now: number): string | undefined {
  if (!failure) return undefined;
  return `The backup of ${formatMoment(failure.at, now)} could not be saved. ${failure.words} What you made is safe in the browser; it is tried again when Daily Papers is opened in an hour or later. You can also press “Back up now”.`;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}
