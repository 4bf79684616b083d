import type { Listing, PaperId } from '@/lib/core/papers/paper';

/** The papers of some listings, best first, each once. */
export function toRankedIds(listings: readonly Listing[]): PaperId[] {
  const ranked = [...listings].sort((a, b) => a.rank - b.rank || (a.paperId < b.paperId ? -1 : 1));
  return [...new Set(ranked.map((listing) => listing.paperId))];
}
