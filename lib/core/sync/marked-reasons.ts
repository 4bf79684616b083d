import type { EmptyReason } from './empty-reasons';

/** Why Later or Starred is empty. `letterKeys`: the keys that mark act, and may be named. */
export function toNothingMarkedReason(list: 'later' | 'starred', letterKeys: boolean): EmptyReason {
  const or = (key: string) => (letterKeys ? `, or the key ${key},` : '');
  return list === 'later'
    ? { title: 'Nothing is kept for later.', detail: `The clock on a paper${or('l')} puts it here.` }
    : { title: 'No paper has a star.', detail: `The star on a paper${or('s')} puts it here.` };
}

/** Every paper an alert led to was dismissed; the line above the list leads on. */
export function toAlertDismissedReason(): EmptyReason {
  return { title: 'You dismissed every paper that came with the alert.' };
}

/** Every paper of the day was dismissed; the line that shows them again stands below. */
export function toAllDismissedReason(): EmptyReason {
  return { title: 'You dismissed every paper of this day.' };
}
