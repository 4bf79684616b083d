import type { BackupPaper } from '@/lib/core/backup/backup';
import { type KnownPapers, toListingKey } from '@/lib/core/backup/plan-papers';
import type { PaperId } from '@/lib/core/papers/paper';
import { feedDb } from '../feed-database';

/** Reads what is stored of some papers of a backup; all keys are known, so that only what is here is asked for. */
export type ReadKnownPapers = (entries: readonly BackupPaper[]) => Promise<KnownPapers>;

/** In the caller's transaction, if there is one. */
export async function beginKnownPapers(): Promise<ReadKnownPapers> {
  const [paperIds, listingKeys, seenIds] = await Promise.all([
    feedDb.papers.toCollection().primaryKeys(),
    feedDb.listings.toCollection().primaryKeys(),
    feedDb.seen.toCollection().primaryKeys(),
  ]);
  const [stored, seen] = [new Set(paperIds), new Set(seenIds)];
  const listings = new Set(listingKeys.map(([source, date, paperId]) => toListingKey({ source, date, paperId })));
  return async (entries) => {
    const ids = entries.map(({ id }) => id);
    const ofHere = (here: ReadonlySet<PaperId>) => ids.filter((id) => here.has(id));
    const [papers, times] = await Promise.all([
      feedDb.papers.bulkGet(ofHere(stored)),
      feedDb.seen.bulkGet(ofHere(seen)),
    ]);
    return {
      papers: new Map(papers.flatMap((paper) => (paper ? [[paper.id, paper]] : []))),
      listings,
      seen: new Map(times.flatMap((row) => (row ? [[row.paperId, row.at]] : []))),
    };
  };
}
