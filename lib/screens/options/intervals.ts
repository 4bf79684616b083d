import { VALUE_WORDS } from '@/lib/core/settings/setting-words';
import type { SyncEveryMin } from '@/lib/core/settings/settings';

/** The choices between two readings, each with what it means in one line. */
export const INTERVALS: readonly { value: SyncEveryMin; words: string; explains: string }[] = [
  { value: 15, words: VALUE_WORDS.syncEveryMin[15], explains: 'About 90 readings a day, the most that is polite.' },
  { value: 30, words: VALUE_WORDS.syncEveryMin[30], explains: 'About 45 readings a day.' },
  { value: 60, words: VALUE_WORDS.syncEveryMin[60], explains: 'About 22 readings a day.' },
  { value: 120, words: VALUE_WORDS.syncEveryMin[120], explains: 'About 11 readings a day.' },
  { value: 240, words: VALUE_WORDS.syncEveryMin[240], explains: 'About 6 readings a day.' },
  {
    value: 720,
    words: VALUE_WORDS.syncEveryMin[720],
    explains: 'Two readings a day. The badge can be half a day behind.',
  },
  {
    value: 1440,
    words: VALUE_WORDS.syncEveryMin[1440],
    explains: 'One reading a day, perhaps while the day’s list still fills.',
  },
  {
    value: 0,
    words: VALUE_WORDS.syncEveryMin[0],
    explains: 'Nothing is asked until you press a button. The badge counts only what was read until then.',
  },
];

/** What the chosen interval means. */
export function toIntervalWords(everyMin: SyncEveryMin): string {
  const explains = INTERVALS.find(({ value }) => value === everyMin)?.explains ?? '';
  return everyMin === 0 ? explains : `${explains} Up to 15 % is added at random, so that not everybody asks at once.`;
}
