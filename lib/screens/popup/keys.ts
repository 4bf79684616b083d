import type { KeyLine } from '@/components/feed/KeyHelp';

/** What a key asks for. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'open'
  | 'follow'
  | 'star'
  | 'later'
  | 'dismiss'
  | 'read'
  | 'undo'
  | 'search'
  | 'help'
  | 'earlier-day'
  | 'later-day'
  | 'calendar'
  | 'escape';

/** The letters are those of `event.key`: where they stand on the keyboard does not matter. */
const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  O: 'follow',
  v: 'follow',
  s: 'star',
  l: 'later',
  d: 'dismiss',
  x: 'read',
  z: 'undo',
  '/': 'search',
  '?': 'help',
  ArrowLeft: 'earlier-day',
  ArrowRight: 'later-day',
  c: 'calendar',
  Escape: 'escape',
};

/** A held key repeats these. What acts, acts once: a finger that rests on `d` must not dismiss the whole list. */
const MOVES: readonly KeyCommand[] = ['next', 'previous', 'earlier-day', 'later-day'];

/** The overlay's lines. */
export const KEY_LINES: readonly KeyLine[] = [
  { keys: ['j', 'k'], words: 'Next paper, previous paper' },
  { keys: ['o', 'Enter'], words: 'Open or close the paper in its place' },
  { keys: ['v', 'Shift O'], words: 'Follow its first link in a tab behind this one' },
  { keys: ['s'], words: 'Star it' },
  { keys: ['l'], words: 'Keep it for later' },
  { keys: ['d'], words: 'Dismiss it' },
  { keys: ['x'], words: 'Mark it as read or unread' },
  { keys: ['z'], words: 'Take back what was done last' },
  { keys: ['←', '→'], words: 'Earlier day, later day' },
  { keys: ['c'], words: 'Calendar' },
  { keys: ['/'], words: 'Search the last 14 days' },
  { keys: ['?'], words: 'These keys' },
  { keys: ['Esc'], words: 'Close what is open, then the popup' },
];

/** What the key asks for, if anything: never while something is typed, nor with a modifier that belongs to the browser. */
export function toCommand(event: KeyboardEvent): KeyCommand | undefined {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const command = COMMANDS[event.key];
  if (event.repeat && command && !MOVES.includes(command)) return undefined;
  const { target } = event;
  if (!(target instanceof Element)) return command;
  // A dialog and a menu have keys of their own.
  if (target.closest('dialog, [role="menu"]')) return undefined;
  if (command !== 'escape' && target.closest('input, textarea, select, [contenteditable]')) return undefined;
  return command;
}
