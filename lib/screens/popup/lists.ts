import type { Tab } from '@/components/tabs/Tabs';
import type { Day } from '@/lib/core/days/day';
import type { Status, StatusFlag } from '@/lib/core/papers/status';
import type { Topic } from '@/lib/core/topics/topic';
import type { PaperEntry } from '@/lib/ui/use-feed';
import type { MarkedList } from '@/lib/ui/use-marked';
import type { Matcher } from './matching';

export const ALL = 'all';
export const NEW = 'new';
export const LATER = 'later';
export const STARRED = 'starred';

/** A paper with what the user made of it; `lost` where only the user's own copy is left. */
export interface ListEntry extends PaperEntry {
  lost?: { link?: string | undefined } | undefined;
}

/** Entries under their day, or under a name where they are of all days. */
export interface EntryGroup {
  day?: Day | undefined;
  name?: string;
  entries: readonly ListEntry[];
  /** How many there are, where only the first are loaded. */
  total?: number | undefined;
}

/** How many papers each of the user's own lists holds; unknown at first. */
export type MarkedCounts = Record<'later' | 'starred', number>;

const OF_DAY = 'Papers of this day';
const OF_ALL = 'Papers of all days';

/** All · New · one per enabled topic · Later · Starred. The topics count the day shown, the others all days. */
export function toTabs(
  topics: readonly Topic[],
  {
    shown,
    fresh,
    matcher,
    marked,
  }: {
    shown: readonly PaperEntry[];
    fresh: number | undefined;
    matcher: Matcher | undefined;
    marked: MarkedCounts | undefined;
  },
): Tab[] {
  const enabled = topics.filter((topic) => topic.enabled);
  const counts = new Map<string, number>();
  if (matcher) {
    for (const entry of shown) {
      for (const { id } of matcher.toTopics(entry)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [
    { id: ALL, name: 'All', count: shown.length, counts: OF_DAY },
    {
      id: NEW,
      name: 'New',
      count: fresh,
      counts: `New ${enabled.length > 0 ? 'in the last 14 days' : 'of the newest day'}, as when this opened`,
    },
    ...enabled.map(({ id, name, colour }) => ({
      id,
      name,
      colour,
      count: matcher && (counts.get(id) ?? 0),
      counts: OF_DAY,
      broken: matcher?.errors.has(id) ?? false,
    })),
    { id: LATER, name: 'Later', count: marked?.later, counts: OF_ALL },
    { id: STARRED, name: 'Starred', count: marked?.starred, counts: OF_ALL },
  ];
}

/** The entries of one tab, under their days. New spans several days, newest first, best first within a day. */
export function toGroups(
  tab: string,
  {
    shown,
    shownDay,
    fresh,
    marked,
    matcher,
  }: {
    shown: readonly PaperEntry[];
    shownDay: Day;
    fresh: readonly PaperEntry[] | undefined;
    /** The list of the tab Later or Starred, where it is the chosen one. */
    marked: MarkedList | undefined;
    matcher: Matcher | undefined;
  },
): EntryGroup[] {
  if (tab === ALL) return [{ day: shownDay, entries: shown }];
  if (tab === NEW) return toDays(fresh ?? []);
  if (tab === LATER || tab === STARRED) {
    const name = tab === LATER ? 'Later' : 'Starred';
    return [{ name, entries: marked?.papers ?? [], total: marked?.ids.length }];
  }
  const entries = shown.filter((entry) => matcher?.toTopics(entry).some(({ id }) => id === tab));
  return [{ day: shownDay, entries }];
}

/** Entries under the day of their newest listing, newest day first, best first within a day. */
export function toDays(entries: readonly PaperEntry[]): EntryGroup[] {
  const groups = new Map<Day, PaperEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.paper.dailyDate);
    if (group) group.push(entry);
    else groups.set(entry.paper.dailyDate, [entry]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, entries]) => ({ day, entries: entries.sort((a, b) => b.paper.upvotes - a.paper.upvotes) }));
}

export function isMarked(status: Status | undefined, flag: StatusFlag): boolean {
  return status?.[flag]?.value ?? false;
}
