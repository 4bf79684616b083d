import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether keys of one letter act: a page in which they are switched off must not name them. */
export const LetterKeys = createContext(true);

/** The key of a control as it is named: nothing where it does not act. */
export function useNamedKey(key: string | undefined): string | undefined {
  const areOn = useContext(LetterKeys);
  return key === undefined || (key.length === 1 && !areOn) ? undefined : key;
}

/** Keys that are drawn with a sign of their own. */
const KEY_SIGNS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

/** A tooltip with the key behind it: "Star (s)". */
export function toTooltip(words: string, key: string | undefined): string {
  return key === undefined ? words : `${words} (${KEY_SIGNS[key] ?? key})`;
}
