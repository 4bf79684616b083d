import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { isSamePaper } from '@/lib/core/papers/same-paper';

/**
 * Gives a paper that did not change as the object it was. The words of a paper are indexed by its object: every mark
 * has the whole window read anew, and without this a search would index 300 abstracts again for each.
 */
export function createPaperKeeper(): <T extends { paper: Paper }>(entries: readonly T[]) => T[] {
  let known = new Map<PaperId, Paper>();
  return (entries) => {
    const kept = entries.map((entry) => {
      const before = known.get(entry.paper.id);
      return before && isSamePaper(before, entry.paper) ? { ...entry, paper: before } : entry;
    });
    known = new Map(kept.map(({ paper }) => [paper.id, paper]));
    return kept;
  };
}
