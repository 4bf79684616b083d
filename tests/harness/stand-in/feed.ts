import type { Day } from '@/lib/core/days/day';

/** One element of a body as the feed sends it: a DailyPaper object, or whatever a damaged recording holds. */
export type WireItem = unknown;

/** What the stand-in plays. A day that is not in the feed answers `[]`, as a day of rest does. */
export interface Feed {
  /** The whole list of `day`, unpaged. Callers do not change it. */
  read(day: Day): readonly WireItem[];
  /** The days that have a body, oldest first, none later than `until`. */
  days(until: Day): Day[];
}

type PaperPart = { id?: unknown; upvotes?: unknown };

function toPaperPart(item: WireItem): PaperPart | undefined {
  const paper = typeof item === 'object' && item !== null ? (item as { paper?: unknown }).paper : undefined;
  return typeof paper === 'object' && paper !== null ? (paper as PaperPart) : undefined;
}

/** The arXiv id of an item, where it has one. */
export function toPaperId(item: WireItem): string | undefined {
  const id = toPaperPart(item)?.id;
  return typeof id === 'string' ? id : undefined;
}

/** The upvotes of an item; 0 where it has none. */
export function toUpvotes(item: WireItem): number {
  const upvotes = toPaperPart(item)?.upvotes;
  return typeof upvotes === 'number' ? upvotes : 0;
}

/** A copy of the item with other upvotes; items of another shape come back as they are. */
export function withUpvotes(item: WireItem, upvotes: number): WireItem {
  const paper = toPaperPart(item);
  return paper === undefined ? item : { ...(item as object), paper: { ...paper, upvotes } };
}

/** Dated batches are ordered by upvotes, then feed placement (SOURCES 1.1). Array sort is stable: placement stays. */
export function sortByUpvotes(items: readonly WireItem[]): WireItem[] {
  return [...items].sort((a, b) => toUpvotes(b) - toUpvotes(a));
}

/** A feed from lists in memory, for tests. */
export function toFeed(bodies: Readonly<Record<Day, readonly WireItem[]>>): Feed {
  return {
    read: (day) => bodies[day] ?? [],
    days: (until) =>
      Object.keys(bodies)
        .filter((day) => day <= until)
        .sort(),
  };
}
