import type { Day } from '../days/day';
import { formatDayHeading } from '../days/format';
import type { QueryError } from '../query/query';
import type { EmptyReason } from './empty-reasons';

/** Why a topic's tab is empty on `day`. `latest`: the newest other day with a match. */
export function toNoMatchReason(
  topic: { name: string; error?: QueryError | undefined },
  { day, today, latest }: { day: Day; today: Day; latest?: Day | undefined },
): EmptyReason {
  if (topic.error) {
    return {
      title: `The query of ${topic.name} can’t be read.`,
      detail: topic.error.message,
      action: { kind: 'options', label: 'Mend it in the options' },
    };
  }
  const when = day === today ? 'today' : `of ${formatDayHeading(day, today)}`;
  const title = `No paper ${when} matches ${topic.name}.`;
  if (latest === undefined) return { title, detail: 'Nor does any other paper of the last 14 days.' };
  return { title, action: { kind: 'show-day', day: latest, label: `Show ${formatDayHeading(latest, today)}` } };
}

/** What the topics have New count. */
export interface CountedTopics {
  /** Topics that are switched on. */
  enabled: number;
  /** Those of them whose badge flag is on: New and the badge count their matches. */
  onBadge: number;
  /** The names of those on the badge whose query can't be read: they find nothing. */
  broken: readonly string[];
}

/** Why the New tab is empty. `newest`: the newest day with papers. */
export function toNothingNewReason({
  newest,
  today,
  topics,
}: {
  newest?: Day | undefined;
  today: Day;
  topics: CountedTopics;
}): EmptyReason {
  const { enabled, onBadge, broken } = topics;
  if (enabled > 0 && onBadge === 0) {
    return {
      title: 'None of your topics is counted on the badge.',
      detail: 'This list holds what the number on the icon counts. The matches stand in the lists of the topics.',
      action: { kind: 'options', label: 'Choose what counts' },
    };
  }
  const [first, ...others] = broken;
  if (first !== undefined) {
    const names = others.length === 0 ? first : `${first} and ${others.length} more`;
    return {
      title: `The query of ${names} can’t be read.`,
      detail: `So nothing is found for ${others.length === 0 ? 'it' : 'them'}.${onBadge > broken.length ? ' The other topics have nothing new.' : ''}`,
      action: { kind: 'options', label: 'Mend it in the options' },
    };
  }
  const title = newest === undefined ? 'Nothing new yet.' : `Nothing new since ${formatDayHeading(newest, today)}.`;
  if (enabled > 0) {
    const which = onBadge < enabled ? 'a topic on the badge' : 'a topic';
    return { title, detail: `Every paper that matches ${which} has been shown to you.` };
  }
  return {
    title,
    detail: 'Topics tell this list, and the number on the icon, what you care about.',
    action: { kind: 'options', label: 'Choose topics' },
  };
}
