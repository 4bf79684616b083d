import { addDays, type Day, daysBetween } from '../days/day';
import { isNew } from '../papers/new';
import type { CompiledQuery, Subject } from '../query/query';
import type { TopicId } from './topic';

/** The bars of a preview cover this many days, today included. */
export const PREVIEW_DAYS = 30;
/** So many examples are shown; more are not kept, a broad query would hold half the feed. */
const EXAMPLES = 5;

/** What a query catches among the stored papers. */
export interface PreviewTally {
  /** Papers looked at. */
  scanned: number;
  hits: number;
  /** Hits that are new now. */
  newHits: number;
  /** Hits by the day of their newest listing, the last 30 days, oldest first. */
  perDay: { day: Day; hits: number }[];
  /** Days from the oldest paper looked at to today, at most 30: a feed begun last week has no hits of last month. */
  coveredDays: number;
  /** New ones first, then the newest day, then the most upvotes. */
  examples: Subject[];
  /** How many of the hits each of the other topics catches too, in the order given. */
  overlap: { id: TopicId; hits: number }[];
  /** All hits of the day that was asked for, best first; empty where none was. */
  ofDay: Subject[];
}

/** What is counted beside the query's own hits. */
export interface TallyExtras {
  /** Other topics, ready to be asked. */
  topics?: readonly { id: TopicId; query: CompiledQuery }[];
  /** The day whose hits are all kept. */
  day?: Day | undefined;
}

/** Counts one query over papers that are handed in one by one, in any order: the sum does not depend on the order. */
export interface Tallier {
  add(subject: Subject): void;
  /** A copy of the sum so far. */
  toTally(): PreviewTally;
}

export function createTallier(query: CompiledQuery, today: Day, extras: TallyExtras = {}): Tallier {
  const others = extras.topics ?? [];
  const days = Array.from({ length: PREVIEW_DAYS }, (_, i) => addDays(today, i - PREVIEW_DAYS + 1));
  const place = new Map(days.map((day, i) => [day, i]));
  const counts = days.map(() => 0);
  const shared = others.map(() => 0);
  const examples: Subject[] = [];
  const ofDay: Subject[] = [];
  let scanned = 0;
  let hits = 0;
  let newHits = 0;
  let firstDay = today;

  return {
    add(subject) {
      scanned++;
      if (subject.paper.dailyDate < firstDay) firstDay = subject.paper.dailyDate;
      if (!query.matches(subject)) return;
      hits++;
      if (isNew(subject, today)) newHits++;
      const i = place.get(subject.paper.dailyDate);
      if (i !== undefined) counts[i] = (counts[i] ?? 0) + 1;
      keepExample(examples, subject, today);
      if (subject.paper.dailyDate === extras.day) ofDay.push(subject);
      others.forEach((other, at) => {
        if (other.query.matches(subject)) shared[at] = (shared[at] ?? 0) + 1;
      });
    },
    toTally: () => ({
      scanned,
      hits,
      newHits,
      coveredDays: Math.min(PREVIEW_DAYS, daysBetween(firstDay, today) + 1),
      perDay: days.map((day, i) => ({ day, hits: counts[i] ?? 0 })),
      examples: [...examples],
      overlap: others.map(({ id }, at) => ({ id, hits: shared[at] ?? 0 })),
      ofDay: [...ofDay].sort((a, b) => compareExamples(a, b, today)),
    }),
  };
}

/** Hits a day over the days covered, days of rest included: a month brings 30 times this. */
export function toHitsPerDay(tally: Pick<PreviewTally, 'perDay' | 'coveredDays'>): number {
  return tally.perDay.reduce((sum, { hits }) => sum + hits, 0) / tally.coveredDays;
}

function keepExample(examples: Subject[], subject: Subject, today: Day): void {
  const at = examples.findIndex((other) => compareExamples(subject, other, today) < 0);
  if (at >= 0) examples.splice(at, 0, subject);
  else if (examples.length < EXAMPLES) examples.push(subject);
  if (examples.length > EXAMPLES) examples.pop();
}

/** The id decides last: two scans of the same papers in another order must show the same five. */
function compareExamples(a: Subject, b: Subject, today: Day): number {
  return (
    Number(isNew(b, today)) - Number(isNew(a, today)) ||
    compare(b.paper.dailyDate, a.paper.dailyDate) ||
    b.paper.upvotes - a.paper.upvotes ||
    compare(a.paper.id, b.paper.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
