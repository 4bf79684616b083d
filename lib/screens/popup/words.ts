import { type Day, daysBetween } from '@/lib/core/days/day';
import type { Settings } from '@/lib/core/settings/settings';
import { type DaySummary, toDaySummary } from '@/lib/core/sync/day-summary';
import { planDueDays } from '@/lib/core/sync/due-days';
import { type EmptyReason, toEmptyDayReason } from '@/lib/core/sync/empty-reasons';
import { type FeedNote, toFeedNote, toLastFailure } from '@/lib/core/sync/feed-words';
import type { LedgerRow } from '@/lib/core/sync/ledger';
import { SETTLE_DAYS } from '@/lib/core/sync/limits';
import { toAlertDismissedReason, toAllDismissedReason, toNothingMarkedReason } from '@/lib/core/sync/marked-reasons';
import { toPickedReason } from '@/lib/core/sync/picked-reasons';
import { toNothingFoundReason } from '@/lib/core/sync/search-reasons';
import { toNotStoredNote, toStorageReason } from '@/lib/core/sync/storage-reasons';
import { type CountedTopics, toNoMatchReason, toNothingNewReason } from '@/lib/core/sync/topic-reasons';
import type { Topic } from '@/lib/core/topics/topic';
import { toDetail } from '@/lib/ui/start';
import type { DayList, FeedState, PaperEntry } from '@/lib/ui/use-feed';
import { ALL, LATER, NEW, STARRED } from './lists';
import type { Matcher } from './matching';
import type { Doing } from './use-actions';
import type { Days } from './use-days';
import type { Searching } from './use-search';
import type { Told } from './use-told';

/** What the popup knows when it looks for words. */
export interface Situation {
  now: number;
  today: Day;
  days: Days;
  day: DayList;
  /** The papers in sight and their day: the chosen one, or the nearest earlier one with papers. */
  shown: readonly PaperEntry[];
  shownDay: Day;
  topics: readonly Topic[];
  tab: string;
  matcher: Matcher | undefined;
  window: readonly PaperEntry[] | undefined;
  state: FeedState;
  doing: Doing;
  settings: Settings;
  search: Searching;
  told: Told;
  /** The topic that has the query of the search. */
  followed: Topic | undefined;
}

type DayReason = Situation & { row: LedgerRow | undefined };

/** Why the list is empty. `undefined` where it is not, or where the answer is a few milliseconds away. */
export function toReason(
  situation: DayReason & { error: unknown; isEmpty: boolean; fresh: readonly PaperEntry[] | undefined },
): EmptyReason | undefined {
  const { error, isEmpty, tab, topics, matcher, fresh, today, days } = situation;
  if (error !== undefined) return toStorageReason(toDetail(error));
  if (!isEmpty) return undefined;
  if (situation.search.text !== undefined) return toSearchReason(situation);
  // The user's own lists are of all days: what the chosen day lacks says nothing of them.
  if (tab === LATER || tab === STARRED) return toNothingMarkedReason(tab, situation.settings.letterKeys);
  // Of all days, too.
  if (situation.told.entries) return toAlertDismissedReason();
  if (situation.shown.length === 0)
    return situation.day.entries.length > 0 ? toAllDismissedReason() : toDayReason(situation);
  if (tab === ALL || !matcher) return undefined;
  if (tab === NEW) {
    return fresh && toNothingNewReason({ newest: days.newest, today, topics: toCountedTopics(topics, matcher) });
  }
  const topic = topics.find(({ id }) => id === tab);
  if (!topic) return undefined;
  const about = { name: topic.name, error: matcher.errors.get(tab) };
  // Before the papers of the other days are read, no sentence about them is true.
  if (!situation.window && !about.error) return undefined;
  return toNoMatchReason(about, { day: situation.shownDay, today, latest: toLatestMatch(situation) });
}

/** While the query has a fault its words stand under the box, and what was found before them stays. */
function toSearchReason({ search: { found, error }, followed }: Situation): EmptyReason | undefined {
  return found && error === undefined ? toNothingFoundReason({ looked: found.looked, followed }) : undefined;
}

/** The sentence under the day's name. */
export function toSummary(
  situation: DayReason & { hasTopics: boolean; newIds: readonly string[] | undefined },
): DaySummary {
  const { day, row, today, days, matcher, hasTopics, newIds, shown } = situation;
  const reason = day.entries.length === 0 ? toDayReason(situation) : undefined;
  if (reason?.showing !== undefined || reason?.loading) return { count: '', why: reason.title };
  if (day.entries.length > 0 && shown.length === 0) return { count: '', why: 'every paper is dismissed' };
  const counted = matcher !== undefined && newIds !== undefined;
  const summary = toDaySummary(day.day, {
    row,
    today,
    papers: day.entries.length > 0 ? shown.length : 0,
    newest: days.newest,
    matches: counted && hasTopics ? shown.filter((entry) => matcher.toTopics(entry).length > 0).length : undefined,
    fresh: counted ? countOf(newIds, shown) : undefined,
  });
  // The reason stands behind the counts: shown before them, it would be pushed aside when they come.
  return counted || summary.count === '' ? summary : { ...summary, why: '' };
}

/** The state of the feed. What the user just did in vain comes first. */
export function toNote(situation: Situation & { ledger: readonly LedgerRow[] }): FeedNote {
  const { doing, state, now, today, ledger } = situation;
  // Where nothing can be stored the state of the feed says why.
  if (doing.trouble !== undefined && !doing.isNewer) return toNotStoredNote(doing.trouble);
  const { job } = state;
  const reading = job && planDueDays(ledger, { today, now, trigger: job.trigger, jobId: job.id })[0]?.date;
  const { background, access, isNewer, asking, failed } = doing;
  return toFeedNote(state, { background, access, isNewer, asking: asking === 'hand', reading, failed }, now);
}

function toDayReason({ day, row, days, today, now, state, doing }: DayReason): EmptyReason {
  const isReading = state.job !== undefined || doing.asking !== undefined;
  const { picked } = doing;
  const reason =
    picked?.day === day.day && row?.readAt === undefined
      ? toPickedReason(day.day, picked.reply, { today, now, isReading })
      : undefined;
  if (reason) return reason;
  // A sync under way reads the last days, and older ones only where they were picked.
  const isRecent = daysBetween(day.day, today) <= SETTLE_DAYS || days.newest === undefined;
  return toEmptyDayReason({
    day: day.day,
    row,
    today,
    now,
    earlier: day.earlier,
    hasPapers: days.newest !== undefined,
    // Wanted without a sync: one that ended before its turn, and nothing is under way.
    reading: isReading && (isRecent || (state.wanted?.includes(day.day) ?? false)),
    access: doing.access,
    failure: toLastFailure(state.schedule, doing.failed),
  });
}

function toCountedTopics(topics: readonly Topic[], { errors }: Matcher): CountedTopics {
  const enabled = topics.filter((topic) => topic.enabled);
  const onBadge = enabled.filter(({ badge }) => badge);
  const broken = onBadge.filter(({ id }) => errors.has(id)).map(({ name }) => name);
  return { enabled: enabled.length, onBadge: onBadge.length, broken };
}

function toLatestMatch({ window, matcher, tab, shownDay }: Situation): Day | undefined {
  const match = window?.find(
    (entry) => entry.paper.dailyDate !== shownDay && matcher?.toTopics(entry).some(({ id }) => id === tab),
  );
  return match?.paper.dailyDate;
}

function countOf(ids: readonly string[], entries: readonly PaperEntry[]): number {
  const known = new Set(ids);
  return entries.filter(({ paper }) => known.has(paper.id)).length;
}
