import { REPEATS } from '@/components/feed/BadgeSum';
import type { WhyMatched } from '@/components/paper/PaperCard';
import type { MatchedTopic } from '@/components/paper/PaperFacts';
import type { ToldTimes } from '@/lib/core/alerts/told';
import type { Day } from '@/lib/core/days/day';
import type { PaperId } from '@/lib/core/papers/paper';
import { describeMatches, toRanges } from '@/lib/core/query/describe';
import { toQueryError } from '@/lib/core/query/parse-query';
import type { QueryError, QueryMatch, Subject } from '@/lib/core/query/query';
import { countNewMatches } from '@/lib/core/topics/count-topics';
import { compileTopics, matchTopics } from '@/lib/core/topics/match-topics';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import type { PaperEntry } from '@/lib/ui/use-feed';
import type { BadgeParts } from './use-badge-sum';

export interface Matcher {
  /** Topics whose query does not parse. */
  errors: ReadonlyMap<TopicId, QueryError>;
  /** The topics that match, in the user's order. */
  toTopics(entry: PaperEntry): readonly MatchedTopic[];
  /** Which words of the paper made them match; `also` are marked with them. */
  toWhy(entry: PaperEntry, also?: readonly QueryMatch[]): WhyMatched;
  /** Exactly the papers the badge counts, among `entries`. `newest` is the newest stored day. */
  toNewIds(entries: readonly PaperEntry[], newest: Day | undefined): PaperId[];
  /**
   * Those of `entries` that came with the papers an alert told of and match a topic that alerts: these, and such as
   * were seen when it was shown, or match a topic that alerts only since.
   */
  toToldIds(entries: readonly PaperEntry[], times: ToldTimes): PaperId[];
  /** The number on the badge as a sum of topics; `undefined` where no topic counts. */
  toBadgeParts(entries: readonly PaperEntry[], newest: Day | undefined): BadgeParts | undefined;
}

/** Answers for one set of topics and one day; a paper that did not change is matched once. */
export function createMatcher(topics: readonly Topic[], today: Day): Matcher {
  const compiled = compileTopics(topics);
  const errors = new Map(
    compiled.flatMap(({ topic, mistake }) => (mistake ? [[topic.id, toQueryError(mistake)] as const] : [])),
  );
  const telling = new Set(topics.flatMap(({ id, notify }) => (notify ? [id] : [])));
  const known = new Map<PaperId, { key: string; topics: readonly MatchedTopic[] }>();
  const toSubject = ({ paper, status, seen }: PaperEntry): Subject => ({ paper, status, seen, today });

  const toTopics = (entry: PaperEntry) => {
    const key = toKey(entry);
    const before = known.get(entry.paper.id);
    // Every batch of seen cards reads the window anew: without this, 500 papers were matched again for each.
    if (before?.key === key) return before.topics;
    const ids = new Set(matchTopics(compiled, toSubject(entry)));
    const matched = compiled
      .filter(({ topic }) => ids.has(topic.id))
      .map(({ topic, query }) => ({
        ...toMatched(topic),
        tell: () => describeMatches(query?.explain(toSubject(entry)) ?? []),
      }));
    known.set(entry.paper.id, { key, topics: matched });
    return matched;
  };

  return {
    errors,
    toTopics,
    toWhy(entry, also = []) {
      const subject = toSubject(entry);
      const found = compiled.flatMap(({ topic, query }) => {
        if (!query?.matches(subject)) return [];
        return [{ topic, matches: query.explain(subject) }];
      });
      const all = [...also, ...found.flatMap(({ matches }) => matches)];
      return {
        reasons: found.map(({ topic, matches }) => ({ ...toMatched(topic), words: describeMatches(matches) })),
        title: toRanges(all, 'title'),
        abstract: toRanges(all, 'abstract'),
      };
    },
    toNewIds: (entries, newest) => countNewMatches(entries, compiled, today, newest).ids,
    toToldIds(entries, { from, to }) {
      const came = entries.filter(({ paper: { firstSeenAt: at } }) => at >= from && at <= to);
      // Not as it is now: a paper that was read since no longer matches `is:unread`.
      const toldOf = came.filter(({ paper }) => toTopics({ paper, seen: false }).some(({ id }) => telling.has(id)));
      return toldOf.map(({ paper }) => paper.id);
    },
    toBadgeParts(entries, newest) {
      const { ids, perTopic, repeats } = countNewMatches(entries, compiled, today, newest);
      if (perTopic.length === 0) return undefined;
      const counted = new Set(ids);
      const badged = new Set(perTopic.map(({ id }) => id));
      const idsOf = new Map<string, PaperId[]>([...badged, REPEATS].map((id) => [id, []]));
      for (const entry of entries) {
        if (!counted.has(entry.paper.id)) continue;
        const topics = toTopics(entry).filter(({ id }) => badged.has(id));
        for (const { id } of topics) idsOf.get(id)?.push(entry.paper.id);
        if (topics.length > 1) idsOf.get(REPEATS)?.push(entry.paper.id);
      }
      const colours = new Map(topics.map(({ id, colour }) => [id, colour]));
      const parts = perTopic.filter(({ count }) => count > 0);
      return {
        total: ids.length,
        parts: parts.map(({ id, name, count }) => ({ id, name, count, colour: colours.get(id) ?? 0 })),
        repeats,
        idsOf,
      };
    },
  };
}

function toMatched({ id, name, colour }: Topic): MatchedTopic {
  return { id, name, colour };
}

/** Changes with everything a query can look at. */
function toKey({ paper, status, seen }: PaperEntry): string {
  const marks = status ? Object.values(status).map((mark) => (typeof mark === 'object' ? mark.at : '')) : [];
  return [paper.updatedAt, paper.upvotes, paper.comments, paper.dailyDate, seen, ...marks].join();
}
