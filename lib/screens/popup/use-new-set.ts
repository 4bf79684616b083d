import { useMemo, useRef, useState } from 'preact/hooks';
import type { Day } from '@/lib/core/days/day';
import { isNew } from '@/lib/core/papers/new';
import type { PaperId } from '@/lib/core/papers/paper';
import type { PaperEntry } from '@/lib/ui/use-feed';
import type { Matcher } from './matching';

export interface NewSet {
  /** Was new at some moment since the popup opened: what has the dot. */
  isNew(id: PaperId): boolean;
  /** What the badge counts, as it was at opening and what came since; `undefined` while it is not counted. */
  entries: readonly PaperEntry[] | undefined;
}

/**
 * The papers that are new, kept until the popup closes: a card that vanished from under the eyes because it was looked
 * at would be a bad joke. `shown` are the entries of the first list; `topicsKey` changes when other topics count.
 */
export function useNewSet(
  shown: readonly PaperEntry[],
  window: readonly PaperEntry[] | undefined,
  matcher: Matcher | undefined,
  today: Day,
  topicsKey: string,
): NewSet {
  /** Each as it was when it was new: read or seen since, it would not be counted for a topic that comes later. */
  const [ids] = useState(() => new Map<PaperId, PaperEntry>());
  for (const entry of window ?? shown) if (isNew(entry, today)) ids.set(entry.paper.id, entry);
  const isFirstWindow = useRef(true);
  if (window && isFirstWindow.current) {
    isFirstWindow.current = false;
    // The first list may have been kept before a paper was seen; what it was is known now.
    for (const entry of window) if (!isNew(entry, today)) ids.delete(entry.paper.id);
  }
  const counted = useRef({ topicsKey, ids: new Set<PaperId>() });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the set is one for life and grows with the window
  const entries = useMemo(() => {
    if (!matcher || !window) return undefined;
    const candidates = window.filter(({ paper }) => ids.has(paper.id)).map((entry) => ({ ...entry, seen: false }));
    const newest = window.reduce<Day | undefined>(
      (day, { paper }) => (day && day > paper.dailyDate ? day : paper.dailyDate),
      undefined,
    );
    if (counted.current.topicsKey !== topicsKey) counted.current = { topicsKey, ids: new Set() };
    // Once counted it stays: `agents is:unread` no longer matches a paper from the moment it is read.
    const asNew = candidates.map((entry) => ids.get(entry.paper.id) ?? entry);
    for (const id of matcher.toNewIds(asNew, newest)) counted.current.ids.add(id);
    return candidates.filter(({ paper }) => counted.current.ids.has(paper.id));
  }, [matcher, window]);
  return { isNew: (id) => ids.has(id), entries };
}
