import type { Status, StatusFlag } from '../papers/status';
import { formatPapers } from '../papers/words';
import type { Topic } from '../topics/topic';
import { type JournalRow, RESTORE } from './journal';

/** Longer titles are cut: a sentence about an action has one line. */
const TITLE_LENGTH = 80;

/**
 * What an action did, as a sentence that needs no other: "Starred “Title”.", "12 papers marked as read.".
 * `last` is the last row of its group, `count` how many papers, topics or settings it changed.
 */
export function toActionWords(last: JournalRow, count: number): string {
  if (last.action === RESTORE) return `A backup was restored (${toRestored(last, count)}).`;
  switch (last.table) {
    case 'statuses':
      return toStatusWords(last.action, last.after, count);
    case 'seen':
      return `${formatPapers(count)} marked as seen.`;
    case 'topics':
      return toTopicWords(last.action, last.before, last.after, count);
    case 'settings':
      return `${SETTING_WORDS[last.key] ?? 'A setting'} was changed.`;
  }
}

function toRestored({ table }: JournalRow, count: number): string {
  if (table === 'seen') return `${formatPapers(count)} ${count === 1 ? 'is' : 'are'} not new any more`;
  return count === 1 ? '1 change' : `${count.toLocaleString('en-US')} changes`;
}

/** Not the names on the page: they end with what stands beside them. */
const SETTING_WORDS: Readonly<Record<string, string>> = {
  syncEveryMin: 'How often the feed is read',
  clearNewBy: 'When a paper stops being new',
  showBadge: 'The number on the toolbar icon',
  quietHours: 'Whether there are quiet hours',
  quietFrom: 'When the quiet hours begin',
  quietTo: 'When the quiet hours end',
  density: 'The density of the lists',
  textSize: 'The size of the text',
  theme: 'The theme',
  letterKeys: 'Keys of one letter',
  keepDays: 'How long papers are kept',
  backupEvery: 'How often a backup is saved',
  backupKeep: 'How many backups are kept',
};

/** `one` for a single paper, `many` behind "12 papers". */
const FLAG_WORDS: Record<StatusFlag, Record<'set' | 'cleared', { one: (title: string) => string; many: string }>> = {
  read: {
    set: { one: (title) => `Marked ${title} as read.`, many: 'marked as read.' },
    cleared: { one: (title) => `Marked ${title} as unread.`, many: 'marked as unread.' },
  },
  starred: {
    set: { one: (title) => `Starred ${title}.`, many: 'starred.' },
    cleared: { one: (title) => `Removed the star from ${title}.`, many: 'no longer starred.' },
  },
  later: {
    set: { one: (title) => `Kept ${title} for later.`, many: 'kept for later.' },
    cleared: { one: (title) => `Removed ${title} from Later.`, many: 'removed from Later.' },
  },
  dismissed: {
    set: { one: (title) => `Dismissed ${title}.`, many: 'dismissed.' },
    cleared: { one: (title) => `Brought ${title} back.`, many: 'brought back.' },
  },
};

function toStatusWords(action: string, after: Status | undefined, count: number): string {
  const flag = action.replace('status:', '');
  if (!Object.hasOwn(FLAG_WORDS, flag)) return `${formatPapers(count)} changed.`;
  const isSet = after?.[flag as StatusFlag]?.value === true;
  const words = FLAG_WORDS[flag as StatusFlag][isSet ? 'set' : 'cleared'];
  return count === 1 ? words.one(quote(after?.title || after?.paperId || '')) : `${formatPapers(count)} ${words.many}`;
}

function toTopicWords(action: string, before: Topic | undefined, after: Topic | undefined, count: number): string {
  const name = quote(after?.name ?? before?.name ?? '');
  switch (action) {
    case 'topic:delete':
      return `Topic ${name} deleted.`;
    case 'topic:restore':
      return `Topic ${name} restored.`;
    case 'topic:move':
      return 'The order of the topics changed.';
    case 'topic:import':
      return count === 1 ? `Topic ${name} imported.` : `${count} topics imported.`;
    default:
      // Also of a topic that was asked for, was there and was off.
      return before && after ? toEditWords(before, after) : `Topic ${name} created.`;
  }
}

function toEditWords(before: Topic, after: Topic): string {
  const name = quote(after.name);
  if (before.query !== after.query) return `The query of ${name} changed.`;
  if (before.name !== after.name) return `Topic ${quote(before.name)} renamed to ${name}.`;
  if (before.enabled !== after.enabled) return `Topic ${name} switched ${after.enabled ? 'on' : 'off'}.`;
  if (before.badge !== after.badge) return `Topic ${name} ${after.badge ? 'put on' : 'taken off'} the badge.`;
  if (before.notify !== after.notify) return `Alerts for ${name} switched ${after.notify ? 'on' : 'off'}.`;
  if (before.colour !== after.colour) return `The colour of ${name} changed.`;
  return `Topic ${name} changed.`;
}

/** What an undo could take back: rows in full or in part, and rows something of which was changed since. */
export interface UndoTally {
  taken: number;
  kept: number;
  /** Why something stays, where it is not that it was changed since. */
  problem?: string;
}

/** What an undo did, from the words of the action. */
export function toUndoWords(action: string, { taken, kept, problem }: UndoTally): string {
  // Every sentence begins with a word of ours, a number or a quotation mark.
  const words = action.charAt(0).toLowerCase() + action.slice(1);
  if (kept === 0) return `${taken === 0 ? 'Nothing was left to take back' : 'Taken back'}: ${words}`;
  if (taken === 0) return `Not taken back: ${words} ${problem ?? 'What it changed was changed again since.'}`;
  return `Taken back in part: ${words} ${problem ?? 'What was changed again since stays as it is.'}`;
}

function quote(title: string): string {
  const characters = [...title];
  const shown = characters.length > TITLE_LENGTH ? `${characters.slice(0, TITLE_LENGTH).join('').trim()}…` : title;
  return `“${shown}”`;
}
