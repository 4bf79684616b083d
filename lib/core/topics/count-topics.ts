import type { Day } from '../days/day';
import { isNew } from '../papers/new';
import type { Paper, PaperId } from '../papers/paper';
import type { Status } from '../papers/status';
import { type CompiledTopic, matchTopics } from './match-topics';
import type { TopicId } from './topic';

/** The badge's number with the sum behind it: the counts of `perTopic` minus `repeats` are `ids.length`. */
export interface NewMatches {
  ids: PaperId[];
  /** Every enabled topic whose badge flag is on, in order, also with 0. */
  perTopic: { id: TopicId; name: string; count: number }[];
  /** A paper in three topics is counted three times above: two repeats. */
  repeats: number;
}

/**
 * The new matches: new papers that match at least one topic whose badge flag is on. Without any topic, the new papers of
 * the newest day. Topics that are there but off the badge are a choice: then nothing is counted.
 *
 * @param entries a paper twice counts once
 * @param compiled from `compileTopics`: enabled topics only
 * @param newestDay of the stored feed, for the case without topics. Needed where `entries` are the new papers only: once
 *   today's are all seen, the newest of them is an older day. Default: the newest day in `entries`
 */
export function countNewMatches(
  entries: readonly { paper: Paper; status?: Status | undefined; seen: boolean }[],
  compiled: readonly CompiledTopic[],
  today: Day,
  newestDay: Day | undefined = toNewestDay(entries),
): NewMatches {
  const newOnes = new Map(entries.filter((entry) => isNew(entry, today)).map((entry) => [entry.paper.id, entry]));
  if (compiled.length === 0) {
    const ids = [...newOnes.values()].filter(({ paper }) => paper.dailyDate === newestDay).map(({ paper }) => paper.id);
    return { ids, perTopic: [], repeats: 0 };
  }
  const counted = compiled.filter(({ topic }) => topic.badge);
  const counts = new Map(counted.map(({ topic }) => [topic.id, 0]));
  const ids: PaperId[] = [];
  let memberships = 0;
  for (const { paper, status, seen } of newOnes.values()) {
    const topics = matchTopics(counted, { paper, status, seen, today });
    if (topics.length === 0) continue;
    ids.push(paper.id);
    memberships += topics.length;
    for (const id of topics) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const perTopic = counted.map(({ topic: { id, name } }) => ({ id, name, count: counts.get(id) ?? 0 }));
  return { ids, perTopic, repeats: memberships - ids.length };
}

function toNewestDay(entries: readonly { paper: Paper }[]): Day | undefined {
  let newest: Day | undefined;
  for (const { paper } of entries) if (newest === undefined || paper.dailyDate > newest) newest = paper.dailyDate;
  return newest;
}
