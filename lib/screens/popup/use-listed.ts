import { useMemo, useState } from 'preact/hooks';
import type { PaperGroup } from '@/components/paper/PaperList';
import type { Tab } from '@/components/tabs/Tabs';
import type { Day } from '@/lib/core/days/day';
import { isNew } from '@/lib/core/papers/new';
import type { PaperId } from '@/lib/core/papers/paper';
import type { Settings } from '@/lib/core/settings/settings';
import type { Topic } from '@/lib/core/topics/topic';
import type { Start } from '@/lib/ui/start';
import { type DayList, type PaperEntry, useDayList, useWindow } from '@/lib/ui/use-feed';
import { useMarked, useMarkedCounts } from '@/lib/ui/use-marked';
import { ALL, type EntryGroup, isMarked, LATER, STARRED, toDays, toGroups, toTabs } from './lists';
import type { Matcher } from './matching';
import type { Place } from './place';
import type { Search } from './searching';
import { type KnownCard, toCards } from './to-cards';
import { type BadgeSum, useBadgeSum } from './use-badge-sum';
import { useCardLimit } from './use-card-limit';
import type { Days } from './use-days';
import { useNewSet } from './use-new-set';
import { type Searching, useSearch } from './use-search';
import type { Telling } from './use-telling';
import { type Told, useTold } from './use-told';

export interface Listed {
  /** The chosen day as it is stored. */
  day: DayList;
  /** The papers in sight and their day: the chosen one, or the nearest earlier one with papers. Without the dismissed. */
  shown: readonly PaperEntry[];
  shownDay: Day;
  window: readonly PaperEntry[] | undefined;
  /** What the badge counted since the popup opened; unknown at first. */
  fresh: readonly PaperEntry[] | undefined;
  newIds: readonly PaperId[] | undefined;
  /** What is new when the popup opens: in New or in its first list. */
  atOpening: readonly PaperId[] | undefined;
  /** What "Mark all as seen" marks. */
  toClear: readonly PaperId[];
  tabs: readonly Tab[];
  /** The chosen tab, or All where it is gone. */
  tab: string;
  groups: readonly PaperGroup[];
  /** Papers of the shown day that were dismissed, where the list of the day is chosen. */
  dismissed: number;
  error: unknown;
  /** The sum behind the badge, and the part of it that New is narrowed to. */
  badge: BadgeSum;
  /** The papers of the alert that led here, while New holds them alone. */
  told: Told;
  /** The search box, and what it finds instead of the list. */
  search: Searching;
  /** How many cards are drawn. */
  limit: number;
  showMore(): void;
  /** Papers of a list of marks behind those that are loaded. */
  rest: readonly PaperId[];
}

/** The papers of the chosen day and list, with the counts of all lists. */
export function useListed(
  start: Start,
  {
    today,
    days,
    tab,
    open,
    withDismissed,
    topics,
    topicsKey,
    matcher,
    telling,
    settings,
    place,
  }: {
    today: Day;
    days: Days;
    tab: string;
    open: ReadonlySet<PaperId>;
    /** The dismissed papers of the day are shown, at its end. */
    withDismissed: boolean;
    topics: readonly Topic[];
    topicsKey: string;
    matcher: Matcher | undefined;
    telling: Telling | undefined;
    settings: Settings;
    place: Place | undefined;
  },
): Listed {
  const list = useDayList(start, days.day);
  const [known] = useState(() => new Map<PaperId, KnownCard>());
  const window = useWindow(today).value;
  const search = useSearch(telling, window, today, place?.search);
  const badge = useBadgeSum(tab, matcher, window, days.newest);
  const told = useTold(tab, matcher, window);
  const counts = useMarkedCounts();
  const isSearching = search.text !== undefined;
  const { limit, showMore } = useCardLimit(`${tab} ${days.day} ${search.text ?? ''}`);
  const marked = useMarked(tab === LATER || tab === STARRED ? tab : undefined, limit);
  const newSet = useNewSet(start.entries, window, matcher, today, topicsKey);
  const fresh = useMemo(() => newSet.entries?.filter(isKept), [newSet.entries]);

  const { value: day } = list;
  const shownDay = day.entries.length > 0 ? day.day : (day.earlier ?? day.day);
  const stored = day.entries.length > 0 ? day.entries : day.earlierEntries;
  const shown = useMemo(() => stored.filter(isKept), [stored]);
  const byHand = settings.clearNewBy === 'hand';
  const stillNew = useMemo(() => new Set(toIds(window?.filter((entry) => isNew(entry, today)) ?? [])), [window, today]);
  const isFresh = (id: PaperId) => newSet.isNew(id) && (!byHand || !window || stillNew.has(id));
  const newIds = fresh && toIds(fresh).filter(isFresh);

  const tabs = useMemo(
    () => toTabs(topics, { shown, fresh: newIds?.length, matcher, marked: counts }),
    [topics, shown, newIds?.length, matcher, counts],
  );
  const chosen = tabs.some(({ id }) => id === tab) ? tab : ALL;
  const dismissed = chosen === ALL && !isSearching ? stored.filter((entry) => !isKept(entry)) : [];
  const groups = isSearching
    ? toHits(search.found)
    : toGroups(chosen, {
        shown: withDismissed ? [...shown, ...dismissed] : shown,
        shownDay,
        fresh: told.entries ?? (badge.ids ? fresh?.filter(({ paper }) => badge.ids?.has(paper.id)) : fresh),
        marked: marked.value,
        matcher,
      });
  return {
    day,
    shown,
    shownDay,
    window,
    fresh,
    newIds,
    atOpening: fresh && toIds([...fresh, ...start.entries]).filter(newSet.isNew),
    // With the shown day: what no topic matches is never in New, and its dots would stay for two weeks.
    toClear: [...new Set([...(newIds ?? []), ...toIds([...shown, ...(told.entries ?? [])]).filter(isFresh)])],
    tabs,
    tab: chosen,
    groups: toCards(groups, { matcher, open, found: search.found, isNew: ({ paper }) => isFresh(paper.id), known }),
    dismissed: dismissed.length,
    error: list.error ?? marked.error,
    badge,
    told,
    search,
    limit,
    showMore,
    rest: isSearching ? [] : (marked.value?.ids.slice(marked.value.papers.length) ?? []),
  };
}

function toHits(found: Search | undefined): EntryGroup[] {
  return found ? toDays(found.hits) : [];
}

function isKept({ status }: PaperEntry): boolean {
  return !isMarked(status, 'dismissed');
}

function toIds(entries: readonly PaperEntry[]): PaperId[] {
  return entries.map(({ paper }) => paper.id);
}
