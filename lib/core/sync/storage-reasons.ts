import type { EmptyReason } from './empty-reasons';
import type { FeedNote } from './feed-words';

/** The browser refuses the database: Firefox without history, a damaged profile, a full disk. */
export function toStorageReason(detail: string): EmptyReason {
  return {
    title: 'The browser refuses to store or read the papers.',
    detail: `A private window, “never remember history”, or a full disk can be the reason. The browser says: ${detail}`,
    action: { kind: 'reload', label: 'Try again' },
  };
}

/** What the user did in the options could not be stored. */
export function toNotSavedWords(detail: string): string {
  const way = isOfFullDisk(detail) ? ' The disk is full: free some space on it, then try again.' : '';
  return `That could not be saved (${withoutStop(detail)}). Nothing was changed.${way}`;
}

/** Some browsers end their words with a full stop: inside of our own sentence it would be one too many. */
export function withoutStop(detail: string): string {
  return detail.replace(/\.$/, '');
}

/** The same in the line of the popup, with the way on behind it. */
export function toNotStoredNote(detail: string): FeedNote {
  const text = 'That could not be done or stored';
  return isOfFullDisk(detail)
    ? {
        tone: 'wrong',
        text: `${text}: the disk is full`,
        advice: `Free some disk space, then try again. The browser says: ${detail}`,
      }
    : { tone: 'wrong', text, advice: detail };
}

function isOfFullDisk(detail: string): boolean {
  return detail.includes('QuotaExceeded');
}

/** The database neither opens nor refuses: another window still holds an older version of it, or the disk is slow. */
export function toSlowStorageReason(): EmptyReason {
  return {
    title: 'The browser has not opened the stored papers so far.',
    detail:
      'They appear here as soon as it does. Closing other pages of Daily Papers, or restarting the browser, helps.',
    action: { kind: 'reload', label: 'Try again' },
  };
}

/** A private window of Firefox. */
export function toPrivateReason(): EmptyReason {
  return {
    title: 'This is a private window.',
    detail:
      'Firefox keeps it apart from your other windows, so your papers and topics can’t be shown here. Open Daily Papers in an ordinary window. Where Firefox never remembers history, every window is a private one.',
  };
}
