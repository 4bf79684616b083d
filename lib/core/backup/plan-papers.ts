import type { Day } from '../days/day';
import { isNew } from '../papers/new';
import type { Listing, Paper, PaperId, Seen } from '../papers/paper';
import type { BackupPaper } from './backup';

/** What is stored here of the papers a backup has. */
export interface KnownPapers {
  papers: ReadonlyMap<PaperId, Paper>;
  /** By `toListingKey`. */
  listings: ReadonlySet<string>;
  seen: ReadonlyMap<PaperId, number>;
}

/** Which papers belong into this profile. */
export interface PaperBounds {
  /** Lists before it are older than the user keeps them; absent: all are kept. */
  first?: Day | undefined;
  /** A day after it is none yet: a paper of it would be new for ever. */
  last: Day;
  /** Papers that stay whatever their age, by what the user makes of them after the restore. */
  kept: ReadonlySet<PaperId>;
}

/** The rows to be written of papers, and what to say of them. */
export interface PaperPlan {
  papers: Paper[];
  listings: Listing[];
  seen: Seen[];
  /** Papers that are only in the backup. */
  fresh: number;
  /** Papers that are here already. */
  here: number;
  /** Of those: they are added to lists that they were in. */
  placed: number;
  /** Papers that are left out, for they are older than the user keeps them. */
  old: number;
  /** Papers that are left out, for they are of days that are none yet. */
  ahead: number;
}

export function toListingKey({ source, date, paperId }: Pick<Listing, 'source' | 'date' | 'paperId'>): string {
  return `${source} ${date} ${paperId}`;
}

/**
 * What becomes of the papers of a backup. A paper that is here stays as the feed last told of it; places in lists are
 * added where they are missing; what was seen on either side is seen, since the earlier of both moments, also where the
 * paper is left out: it must not be new when it comes back.
 */
export function planPapers(
  entries: readonly BackupPaper[],
  known: KnownPapers,
  { first = '', last, kept }: PaperBounds,
): PaperPlan {
  const plan: PaperPlan = { papers: [], listings: [], seen: [], fresh: 0, here: 0, placed: 0, old: 0, ahead: 0 };
  const isWithin = (day: Day) => day >= first && day <= last;
  for (const { listings: all, seenAt, ...paper } of entries) {
    const seenHere = known.seen.get(paper.id);
    if (seenAt !== undefined && (seenHere === undefined || seenAt < seenHere))
      plan.seen.push({ paperId: paper.id, at: seenAt });
    const here = known.papers.get(paper.id);
    const listings = all.filter(({ date }) => isWithin(date));
    const isWanted = listings.length > 0 || kept.has(paper.id) || (all.length === 0 && isWithin(paper.dailyDate));
    if (!here && !isWanted) {
      plan[all.some(({ date }) => date > last) || paper.dailyDate > last ? 'ahead' : 'old'] += 1;
      continue;
    }
    plan[here ? 'here' : 'fresh'] += 1;
    const newest = listings.reduce((day, { date }) => (date > day ? date : day), here?.dailyDate ?? '');
    // Of one in no list the day it was last in one, where that has been.
    const dailyDate = newest || (paper.dailyDate < last ? paper.dailyDate : last);
    if (here?.dailyDate !== dailyDate) plan.papers.push({ ...(here ?? paper), dailyDate });
    const missing = listings
      .map((listing) => ({ ...listing, paperId: paper.id }))
      .filter((row) => !known.listings.has(toListingKey(row)));
    plan.listings.push(...missing);
    if (here && missing.length > 0) plan.placed += 1;
  }
  return plan;
}

/** Of what becomes seen by a plan: papers that are here and new until then. An undo makes them new again. */
export function toNewlySeen({ seen }: PaperPlan, known: KnownPapers, today: Day): Seen[] {
  return seen.filter(({ paperId }) => {
    const paper = known.papers.get(paperId);
    return paper !== undefined && isNew({ paper, seen: known.seen.has(paperId) }, today);
  });
}
