import { useMemo, useState } from 'preact/hooks';
import type { SumPart } from '@/components/feed/BadgeSum';
import type { Day } from '@/lib/core/days/day';
import type { PaperId } from '@/lib/core/papers/paper';
import type { PaperEntry } from '@/lib/ui/use-feed';
import { NEW } from './lists';
import type { Matcher } from './matching';

/** The number on the badge as a sum, and the papers of each part. */
export interface BadgeParts {
  total: number;
  parts: readonly SumPart[];
  repeats: number;
  /** The papers of a topic; of `repeats`, those of several. */
  idsOf: ReadonlyMap<string, readonly PaperId[]>;
}

/** A part of the sum whose papers are shown, as they were when it was chosen: they stay while they become seen. */
interface Narrowed {
  part: string;
  ids: ReadonlySet<PaperId>;
}

export interface BadgeSum {
  /** Unknown while nothing is counted, and where no topic counts. */
  sum: BadgeParts | undefined;
  chosen: string | undefined;
  /** What New is narrowed to. */
  ids: ReadonlySet<PaperId> | undefined;
  choose(part: string | undefined): void;
}

/** The sum behind the badge, for the tab New. `newest` is the newest stored day. */
export function useBadgeSum(
  tab: string,
  matcher: Matcher | undefined,
  window: readonly PaperEntry[] | undefined,
  newest: Day | undefined,
): BadgeSum {
  const [narrowed, setNarrowed] = useState<Narrowed>();
  const isNew = tab === NEW;
  const sum = useMemo(
    () => (isNew && matcher && window ? matcher.toBadgeParts(window, newest) : undefined),
    [isNew, matcher, window, newest],
  );
  // Left behind with its tab.
  if (!isNew && narrowed) setNarrowed(undefined);
  return {
    sum,
    chosen: narrowed?.part,
    ids: narrowed?.ids,
    choose: (part) => setNarrowed(part === undefined ? undefined : { part, ids: new Set(sum?.idsOf.get(part) ?? []) }),
  };
}
