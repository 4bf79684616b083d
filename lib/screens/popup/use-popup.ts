import { useMemo, useState } from 'preact/hooks';
import type { StripDay } from '@/components/days/DayStrip';
import { toStripDays } from '@/lib/core/days/strip';
import type { PaperId } from '@/lib/core/papers/paper';
import { formatPapers } from '@/lib/core/papers/words';
import type { Settings } from '@/lib/core/settings/settings';
import type { DaySummary } from '@/lib/core/sync/day-summary';
import type { EmptyReason } from '@/lib/core/sync/empty-reasons';
import type { FeedNote } from '@/lib/core/sync/feed-words';
import type { Pruned } from '@/lib/core/sync/retention';
import type { Start } from '@/lib/ui/start';
import {
  useFeedState,
  useOlderPapers,
  useRecentLedger,
  useSettings,
  useStripLedger,
  useTopics,
} from '@/lib/ui/use-feed';
import { useNow } from '@/lib/ui/use-now';
import { ALL, NEW } from './lists';
import { countPapers, isForNew, type Place } from './place';
import { toStrip } from './strip';
import { useActions } from './use-actions';
import { type Days, useDays } from './use-days';
import { type Doings, useDoings } from './use-doings';
import { type Doer, useDone } from './use-done';
import { type Extras, useExtras } from './use-extras';
import { type Listed, useListed } from './use-listed';
import { useMarkAtOpening } from './use-mark-at-opening';
import { type Marking, useMarking } from './use-marking';
import { findTop, useKeptPlace } from './use-place';
import { type Telling, toTopicsKey, useMatcher, useTelling } from './use-telling';

export interface PopupModel extends Doings, Marking, Pick<Doer, 'note' | 'closeNote' | 'undo'> {
  today: string;
  now: number;
  days: Days;
  settings: Settings;
  strip: readonly StripDay[];
  listed: Listed;
  /** The dismissed papers of the day are in its list. */
  withDismissed: boolean;
  /** Why the chosen list is empty, or that it is on its way. */
  reason: EmptyReason | undefined;
  summary: DaySummary;
  /** The state of the feed. */
  feed: FeedNote;
  /** What was deleted last to make room. */
  room: Pruned | undefined;
  /** A newer day's papers came; the words of the button that shows them. */
  arrival: { day: string; words: string } | undefined;
  /** New is cleared by hand, and the list in sight has something to clear. */
  canMarkAll: boolean;
  telling: Telling | undefined;
  isCalendarOpen: boolean;
  setCalendar(isOpen: boolean): void;
  /** The overlay with all keys. */
  isHelpOpen: boolean;
  setHelp(isOpen: boolean): void;
  /** A topic with the query of the search box is there, and on. */
  isFollowed: boolean;
  /** What is drawn beside the list, once it has come. */
  extras: Extras | undefined;
}

/** Until the words have come: empty, in the place they will take. */
const NOTHING_YET: FeedNote = { tone: 'calm', text: '' };

/** Everything the popup shows and does, put together from the live queries, the matcher and the use cases. `scroller` holds the list. */
export function usePopup(
  start: Start,
  scroller: { readonly current: HTMLElement | null },
  place: Place | undefined,
): PopupModel {
  const now = useNow(20_000);
  const { value: state, today, error: stateError } = useFeedState(start, now);
  const settings = useSettings(start).value;
  const topics = useTopics(start).value;
  const [tab, setTab] = useState(place?.tab ?? (isForNew() ? NEW : ALL));
  const [open, setOpen] = useState<ReadonlySet<PaperId>>(() => new Set(place?.open));
  const isUntouched = () => !scroller.current?.scrollTop && open.size === 0 && (tab === ALL || tab === NEW);
  const days = useDays(start, today, isUntouched);
  const [dismissedOf, showDismissedOf] = useState<string>();
  const [isCalendarOpen, setCalendar] = useState(false);
  const [isHelpOpen, setHelp] = useState(false);
  const withDismissed = dismissedOf === days.day;
  const ledger = useStripLedger(start, days.stripEnd).value;
  const recent = useRecentLedger(start, today).value;
  const older = useOlderPapers(days.stripEnd, today).value;
  const doing = useActions();
  const telling = useTelling(doing.complain);
  const extras = useExtras(doing.complain);
  const topicsKey = toTopicsKey(topics);
  const matcher = useMatcher(telling, topics, topicsKey, today);
  const lists = { today, days, tab, open, withDismissed, topics, topicsKey, matcher, telling, settings, place };
  const listed = useListed(start, lists);
  useMarkAtOpening(settings, listed.atOpening, (ids) => doing.runQuietly(({ markSeen }) => markSeen(ids)));
  const done = useDone(doing);
  const { newest } = days;
  useKeptPlace(() =>
    newest === undefined
      ? undefined
      : {
          newest,
          papers: countPapers(recent),
          day: days.day,
          tab,
          open: [...open],
          search: listed.search.text,
          top: findTop(scroller.current),
        },
  );

  const hasTopics = topics.some(({ enabled }) => enabled);
  const { day, window, groups } = listed;
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
  const followed = topics.find(({ query, enabled }) => enabled && query === listed.search.text?.trim());
  const marking = useMarking({ doing, done, listed, setTab });
  const situation = { ...listed, now, today, days, topics, matcher, state, doing, settings, followed };
  const row = ledger.find(({ date }) => date === day.day);
  const error = listed.error ?? stateError;

  return {
    today,
    now,
    days,
    settings,
    strip,
    listed,
    withDismissed,
    reason: telling?.toReason({ ...situation, row, error, isEmpty: groups.length === 0 }),
    summary: telling?.toSummary({ ...situation, row, hasTopics }) ?? {
      count: listed.shown.length > 0 && listed.shownDay === day.day ? formatPapers(listed.shown.length) : '',
      why: '',
    },
    feed: telling?.toNote({ ...situation, ledger }) ?? NOTHING_YET,
    room: state.room,
    arrival:
      days.arrived !== undefined && telling
        ? { day: days.arrived, words: telling.toArrivalWords(days.arrived, today) }
        : undefined,
    canMarkAll:
      settings.clearNewBy === 'hand' &&
      (listed.tab === ALL || listed.tab === NEW) &&
      groups.some(({ cards }) => cards.some((card) => card.isNew)),
    extras,
    telling,
    isCalendarOpen,
    setCalendar,
    isHelpOpen,
    setHelp,
    note: done.note,
    closeNote: done.closeNote,
    undo: done.undo,
    ...useDoings({ days, doing, setTab, setOpen, tab: listed.tab, showDismissedOf, search: listed.search, marking }),
    ...marking,
    isFollowed: followed !== undefined,
  };
}
