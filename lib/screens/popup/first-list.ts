import { isDay } from '@/lib/core/days/day';
import { FIRST_MARKED, type Guess } from '@/lib/ui/start';
import type { PaperEntry } from '@/lib/ui/use-feed';

const KEY = 'popup-first-list';

/**
 * What the popup showed first the last time: most openings of a day show the same papers, and knowing which saves them
 * a round of reads. Only their ids; whatever is shown is read from the database.
 */
export function readFirstList(): Guess | undefined {
  try {
    const { day, ids } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    if (typeof day !== 'string' || !isDay(day) || !Array.isArray(ids)) return undefined;
    return ids.length <= FIRST_MARKED && ids.every(isText) ? { day, ids } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps which papers of `day` were shown first. Refused or full: the next opening reads in two rounds. */
export function writeFirstList({ day, entries }: { day: string | undefined; entries: readonly PaperEntry[] }): void {
  try {
    const first: unknown = { day, ids: entries.slice(0, FIRST_MARKED).map(({ paper }) => paper.id) };
    const text = JSON.stringify(first);
    if (localStorage.getItem(KEY) !== text) localStorage.setItem(KEY, text);
  } catch {
    // Only a comfort is lost.
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
