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
const LETTERS: Readonly<Record<string, KeyCommand>> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  v: 'follow',
  s: 'star',
  l: 'later',
  d: 'dismiss',
  x: 'read',
  z: 'undo',
  c: 'calendar',
};
const SHIFTED: Readonly<Record<string, KeyCommand>> = { o: 'follow' };
/** Which of these need the shift key is the keyboard's affair. */
const OTHERS: Readonly<Record<string, KeyCommand>> = {
  '/': 'search',
  '?': 'help',
  ArrowLeft: 'earlier-day',
  ArrowRight: 'later-day',
  Escape: 'escape',
};

/** A held key repeats these. What acts, acts once: a finger that rests on `d` must not dismiss the whole list. */
const MOVES: readonly KeyCommand[] = ['next', 'previous', 'earlier-day', 'later-day'];

const KEY_LINES: readonly KeyLine[] = [
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

/** The keys of more than one character, by their signs: they can't be switched off. */
const LASTING = ['Enter', '←', '→', 'Esc'];

/** The overlay's lines: the keys that act. */
export function toKeyLines(letterKeys: boolean): KeyLine[] {
  return KEY_LINES.map(({ keys, words }) => ({
    keys: letterKeys ? keys : keys.filter((key) => LASTING.includes(key)),
    words,
  })).filter(({ keys }) => keys.length > 0);
}

/**
 * What the key asks for, if anything: never while something is typed, nor with a modifier that belongs to the browser,
 * and nothing by one character where `letterKeys` is off.
 */
export function toCommand(event: KeyboardEvent, letterKeys: boolean): KeyCommand | undefined {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (event.key.length === 1 && !letterKeys) return undefined;
  const command = findCommand(event);
  if (event.repeat && command && !MOVES.includes(command)) return undefined;
  const { target } = event;
  if (!(target instanceof Element)) return command;
  // A dialog and a menu have keys of their own.
  if (target.closest('dialog, [role="menu"]')) return undefined;
  if (command !== 'escape' && target.closest('input, textarea, select, [contenteditable]')) return undefined;
  return command;
}

/** By the letter in lower case and the shift key: with Caps Lock `s` comes as `S`, and must not mean another thing. */
function findCommand({ key, shiftKey }: KeyboardEvent): KeyCommand | undefined {
  return OTHERS[key] ?? (shiftKey ? SHIFTED : LETTERS)[key.toLowerCase()];
}
