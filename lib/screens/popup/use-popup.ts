import { useMemo, useState } from 'preact/hooks';
import type { StripDay } from '@/components/days/DayStrip';
import type { PaperGroup } from '@/components/paper/PaperList';
import type { Tab } from '@/components/tabs/Tabs';
import type { Day } from '@/lib/core/days/day';
import { toStripDays } from '@/lib/core/days/strip';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { formatPapers } from '@/lib/core/papers/words';
import type { Settings } from '@/lib/core/settings/settings';
import type { DaySummary } from '@/lib/core/sync/day-summary';
import type { EmptyAction, EmptyReason } from '@/lib/core/sync/empty-reasons';
import type { FeedNote } from '@/lib/core/sync/feed-words';
import type { Start } from '@/lib/ui/start';
import {
  type PaperEntry,
  useDayList,
  useFeedState,
  useOlderPapers,
  useSettings,
  useStripLedger,
  useTopics,
  useWindow,
} from '@/lib/ui/use-feed';
import { useNow } from '@/lib/ui/use-now';
import { ALL, NEW, toCards, toGroups, toStrip, toTabs } from './lists';
import { useActions } from './use-actions';
import { type Days, useDays } from './use-days';
import { useDoings } from './use-doings';
import { useMarkAtOpening } from './use-mark-at-opening';
import { useNewSet } from './use-new-set';
import { toTopicsKey, useMatcher, useTelling } from './use-telling';

export interface PopupModel {
  today: Day;
  days: Days;
  settings: Settings;
  strip: readonly StripDay[];
  tabs: readonly Tab[];
  tab: string;
  groups: readonly PaperGroup[];
  /** Why the chosen list is empty, or that it is on its way. */
  reason: EmptyReason | undefined;
  summary: DaySummary;
  note: FeedNote;
  /** A newer day's papers came; the words of the button that shows them. */
  arrival: { day: Day; words: string } | undefined;
  /** New is cleared by hand, and the list in sight has something to clear. */
  canMarkAll: boolean;
  chooseDay(day: Day): void;
  chooseTab(id: string): void;
  /** The list was moved: what comes from now on must not replace it. */
  stay(): void;
  toggle(id: PaperId): void;
  openLink(paper: Paper, url: string, where: { background: boolean }): void;
  setRead(paper: Paper, read: boolean): void;
  markSeen(ids: PaperId[]): void;
  markAllSeen(): void;
  act(action: EmptyAction): void;
  refresh(): void;
  grant(): void;
  openOptions(): void;
}

/** Until the words have come: empty, in the place they will take. */
const NOTHING_YET: FeedNote = { tone: 'calm', text: '' };

/** Everything the popup shows and does, put together from the live queries, the matcher and the use cases. `scroller` holds the list. */
export function usePopup(start: Start, scroller: { readonly current: HTMLElement | null }): PopupModel {
  const now = useNow(20_000);
  const { value: state, today, error: stateError } = useFeedState(start, now);
  const settings = useSettings(start).value;
  const topics = useTopics(start).value;
  const [tab, setTab] = useState(ALL);
  const [open, setOpen] = useState<ReadonlySet<PaperId>>(new Set());
  const isUntouched = () => !scroller.current?.scrollTop && open.size === 0 && (tab === ALL || tab === NEW);
  const days = useDays(start, today, isUntouched);
  const list = useDayList(start, days.day);
  const window = useWindow(today).value;
  const ledger = useStripLedger(start, days.stripEnd).value;
  const older = useOlderPapers(days.stripEnd, today).value;
  const doing = useActions();
  const telling = useTelling(doing.complain);
  const topicsKey = toTopicsKey(topics);
  const matcher = useMatcher(telling, topics, topicsKey, today);
  const fresh = useNewSet(start.entries, window, matcher, today, topicsKey);
  const atOpening = fresh.entries && toIds([...fresh.entries, ...start.entries]).filter(fresh.isNew);
  useMarkAtOpening(settings, atOpening, (ids) => doing.runQuietly(({ markSeen }) => markSeen(ids)));

  const { value: day } = list;
  const shownDay = day.entries.length > 0 ? day.day : (day.earlier ?? day.day);
  const shown = day.entries.length > 0 ? day.entries : day.earlierEntries;
  const byHand = settings.clearNewBy === 'hand';
  const unseen = useMemo(() => new Set(window?.filter(({ seen }) => !seen).map(({ paper }) => paper.id)), [window]);
  const isFresh = (id: PaperId) => fresh.isNew(id) && (!byHand || !window || unseen.has(id));
  const newIds = fresh.entries && toIds(fresh.entries).filter(isFresh);
  // With the shown day: what no topic matches is never in New, and its dots would stay for two weeks.
  const toClear = [...new Set([...(newIds ?? []), ...toIds(shown).filter(isFresh)])];

  const tabs = useMemo(
    () => toTabs(topics, { shown, fresh: newIds?.length, matcher }),
    [topics, shown, newIds?.length, matcher],
  );
  const chosen = tabs.some(({ id }) => id === tab) ? tab : ALL;
  const groups = toCards(toGroups(chosen, { shown, shownDay, fresh: fresh.entries, matcher }), {
    matcher,
    open,
    isNew: ({ paper }) => isFresh(paper.id),
  });
  const hasTopics = topics.some(({ enabled }) => enabled);
  const strip = useMemo(
    () =>
      toStrip(toStripDays(days.stripEnd), {
        ledger,
        entries: days.stripEnd === today ? (window ?? []) : older,
        matcher,
        hasTopics,
        today,
        now,
        telling,
      }),
    [days.stripEnd, ledger, window, older, matcher, hasTopics, today, now, telling],
  );
  const situation = { now, today, days, day, shown, shownDay, topics, tab: chosen, matcher, window, state, doing };
  const row = ledger.find(({ date }) => date === day.day);
  const error = list.error ?? stateError;

  return {
    today,
    days,
    settings,
    strip,
    tabs,
    tab: chosen,
    groups,
    reason: telling?.toReason({ ...situation, row, error, isEmpty: groups.length === 0, fresh: fresh.entries }),
    summary: telling?.toSummary({ ...situation, row, hasTopics, newIds }) ?? {
      count: day.entries.length > 0 ? formatPapers(day.entries.length) : '',
      why: '',
    },
    note: telling?.toNote({ ...situation, ledger }) ?? NOTHING_YET,
    arrival:
      days.arrived !== undefined && telling
        ? { day: days.arrived, words: telling.toArrivalWords(days.arrived, today) }
        : undefined,
    canMarkAll:
      byHand && (chosen === ALL || chosen === NEW) && groups.some(({ cards }) => cards.some((card) => card.isNew)),
    ...useDoings({ days, toClear, doing, setTab, setOpen, tab: chosen }),
  };
}

function toIds(entries: readonly PaperEntry[]): PaperId[] {
  return entries.map(({ paper }) => paper.id);
}
