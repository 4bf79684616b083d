import type { StripDay } from '@/components/days/DayStrip';
import type { CardFacts, PaperGroup } from '@/components/paper/PaperList';
import type { Tab } from '@/components/tabs/Tabs';
import type { Day } from '@/lib/core/days/day';
import { formatDayHeading } from '@/lib/core/days/format';
import { toDayLook } from '@/lib/core/sync/day-look';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import type { Topic } from '@/lib/core/topics/topic';
import type { PaperEntry } from '@/lib/ui/use-feed';
import type { Matcher } from './matching';
import type { Telling } from './use-telling';

export const ALL = 'all';
export const NEW = 'new';

/** All · New · one per enabled topic. Counts are of the day shown, New's of all days. */
export function toTabs(
  topics: readonly Topic[],
  { shown, fresh, matcher }: { shown: readonly PaperEntry[]; fresh: number | undefined; matcher: Matcher | undefined },
): Tab[] {
  const counts = new Map<string, number>();
  if (matcher) {
    for (const entry of shown) {
      for (const { id } of matcher.toTopics(entry)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [
    { id: ALL, name: 'All', count: shown.length },
    { id: NEW, name: 'New', count: fresh },
    ...topics
      .filter((topic) => topic.enabled)
      .map(({ id, name, colour }) => ({
        id,
        name,
        colour,
        count: matcher && (counts.get(id) ?? 0),
        broken: matcher?.errors.has(id) ?? false,
      })),
  ];
}

/** The entries of one tab, under their days. New spans several days, newest first, best first within a day. */
export function toGroups(
  tab: string,
  {
    shown,
    shownDay,
    fresh,
    matcher,
  }: {
    shown: readonly PaperEntry[];
    shownDay: Day;
    fresh: readonly PaperEntry[] | undefined;
    matcher: Matcher | undefined;
  },
): { day: Day; entries: readonly PaperEntry[] }[] {
  if (tab === ALL) return [{ day: shownDay, entries: shown }];
  if (tab !== NEW) {
    const entries = shown.filter((entry) => matcher?.toTopics(entry).some(({ id }) => id === tab));
    return [{ day: shownDay, entries }];
  }
  const groups = new Map<Day, PaperEntry[]>();
  for (const entry of fresh ?? []) {
    const group = groups.get(entry.paper.dailyDate);
    if (group) group.push(entry);
    else groups.set(entry.paper.dailyDate, [entry]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, entries]) => ({ day, entries: entries.sort((a, b) => b.paper.upvotes - a.paper.upvotes) }));
}

/** Groups without their empty ones, as cards. */
export function toCards(
  groups: readonly { day: Day; entries: readonly PaperEntry[] }[],
  {
    matcher,
    isNew,
    open,
  }: { matcher: Matcher | undefined; isNew(entry: PaperEntry): boolean; open: ReadonlySet<string> },
): PaperGroup[] {
  const toCard = (entry: PaperEntry): CardFacts => ({
    paper: entry.paper,
    isNew: isNew(entry),
    read: entry.status?.read?.value ?? false,
    topics: matcher?.toTopics(entry) ?? [],
    open: open.has(entry.paper.id),
    why: open.has(entry.paper.id) ? matcher?.toWhy(entry) : undefined,
  });
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ day, entries }) => ({ day, cards: entries.map(toCard) }));
}

/** The strip's days, from the ledger and from the papers that match. `matches` is told only where there are topics. */
export function toStrip(
  days: readonly Day[],
  {
    ledger,
    entries,
    matcher,
    hasTopics,
    today,
    now,
    telling,
  }: {
    ledger: readonly LedgerRow[];
    entries: readonly PaperEntry[];
    matcher: Matcher | undefined;
    hasTopics: boolean;
    today: Day;
    now: number;
    telling: Telling | undefined;
  },
): StripDay[] {
  const rows = new Map(ledger.map((row) => [row.date, row]));
  const matches = new Map<Day, number>();
  for (const entry of matcher && hasTopics ? entries : []) {
    if (!matcher?.toTopics(entry).length) continue;
    const { dailyDate } = entry.paper;
    matches.set(dailyDate, (matches.get(dailyDate) ?? 0) + 1);
  }
  const counted = matcher !== undefined && hasTopics;
  return days.map((day) => {
    const row = rows.get(day);
    const found = matches.get(day) ?? 0;
    return {
      day,
      look: toDayLook(row, day, today),
      papers: row?.papers ?? 0,
      matches: found,
      words:
        telling?.toDaySentence(row, day, { today, now, matches: counted ? found : undefined }) ??
        formatDayHeading(day, today),
    };
  });
}
