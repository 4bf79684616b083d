import type { Day } from '@/lib/core/days/day';
import { type Feed, toPaperId, toUpvotes, type WireItem, withUpvotes } from './feed';

/** A feed that can be changed while it plays, as the real one grows and is voted on. */
export interface EditableFeed extends Feed {
  /** Keeps the last `count` papers of the day back, as in the morning. */
  holdBack(day: Day, count: number): void;
  /** Adds to the day: a number releases so many of those held back (all of them without one), a list is appended. */
  grow(day: Day, more?: number | readonly WireItem[]): void;
  replaceBody(day: Day, items: readonly WireItem[]): void;
  moveUpvotes(day: Day, change: (upvotes: number, id: string, index: number) => number): void;
  /** Undoes every edit. */
  resetEdits(): void;
}

export function createEditableFeed(source: Feed): EditableFeed {
  const bodies = new Map<Day, readonly WireItem[]>();
  const held = new Map<Day, readonly WireItem[]>();
  const read = (day: Day) => bodies.get(day) ?? source.read(day);

  return {
    read,
    days: (until) => [...new Set([...source.days(until), ...[...bodies.keys()].filter((day) => day <= until)])].sort(),
    holdBack(day, count) {
      const items = read(day);
      const kept = Math.max(0, items.length - count);
      bodies.set(day, items.slice(0, kept));
      held.set(day, [...items.slice(kept), ...(held.get(day) ?? [])]);
    },
    grow(day, more = Number.POSITIVE_INFINITY) {
      if (typeof more !== 'number') {
        bodies.set(day, [...read(day), ...more]);
        return;
      }
      const waiting = held.get(day) ?? [];
      bodies.set(day, [...read(day), ...waiting.slice(0, more)]);
      held.set(day, waiting.slice(more));
    },
    replaceBody: (day, items) => void bodies.set(day, [...items]),
    moveUpvotes(day, change) {
      bodies.set(
        day,
        read(day).map((item, index) => withUpvotes(item, change(toUpvotes(item), toPaperId(item) ?? '', index))),
      );
    },
    resetEdits() {
      bodies.clear();
      held.clear();
    },
  };
}
