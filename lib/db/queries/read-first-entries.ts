import type { Day } from '@/lib/core/days/day';
import type { Listing, Paper, PaperId, Seen } from '@/lib/core/papers/paper';
import { isReadable } from '@/lib/core/papers/readable';
import type { Status } from '@/lib/core/papers/status';
import { toPromise } from '../plain-read';
import type { PaperEntry } from './papers';
import { toRankedIds } from './rank';

/** Which papers the first list will have, before anything was read. A wrong guess costs a round, never a wrong list. */
export interface Guess {
  day: Day;
  /** Of its first cards. */
  ids: readonly PaperId[];
}

/** Rows that a guess has brought. Each is as the database has it; a mark that was asked for and is not there is `undefined`. */
export interface FirstRows {
  papers?: { day: Day; rows: readonly Paper[] };
  seen?: ReadonlyMap<PaperId, Seen | undefined>;
  statuses?: ReadonlyMap<PaperId, Status | undefined> | undefined;
}

/** Entries whose marks are read for the first frame, which has room for fewer. */
export const FIRST_MARKED = 6;

/** Reads by the guess in a transaction that has `papers` and `seen`. */
export async function readGuessedPapers(
  stores: IDBTransaction,
  { day, ids }: Guess,
): Promise<Pick<FirstRows, 'papers' | 'seen'>> {
  const [seen, rows] = await Promise.all([readEach<Seen>(stores, 'seen', ids), readPapersOf(stores, day)]);
  return { papers: { day, rows }, seen };
}

/** Reads by the guess in a transaction that has `statuses`. */
export function readGuessedStatuses(stores: IDBTransaction, { ids }: Guess): Promise<Map<PaperId, Status | undefined>> {
  return readEach<Status>(stores, 'statuses', ids);
}

/**
 * The papers of a day, best first, with the marks of those in sight. What is not `known` is read in one round: the
 * papers by their day, since key by key, thirty papers with seen and status are ninety requests, a fifth of the time to
 * the first card.
 */
export async function readFirstEntries(
  feed: IDBDatabase | undefined,
  user: IDBDatabase | undefined,
  day: Day,
  listings: readonly Listing[],
  known: FirstRows,
): Promise<PaperEntry[]> {
  if (!feed) return [];
  const ofDay = listings.filter(({ date }) => date === day);
  const ids = toRankedIds(ofDay.length > 0 ? ofDay : await readListings(feed, day));
  const marked = ids.slice(0, FIRST_MARKED);
  const { papers, seen, statuses } = await readUnknown(feed, user, day, marked, known);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  // Listed here and, by another source or on a later day, elsewhere too.
  const missing = ids.filter((id) => !byId.has(id));
  if (missing.length > 0) {
    const others = await readEach<Paper>(feed.transaction('papers'), 'papers', missing);
    for (const [id, paper] of others) if (paper) byId.set(id, paper);
  }
  return ids.flatMap((id, i) => {
    const paper = byId.get(id);
    // A row that can't be drawn would leave the popup blank.
    if (!paper || !isReadable(paper)) return [];
    // A guess may know marks further down: one of them alone would stand out among cards without.
    return [
      i < FIRST_MARKED
        ? { paper, status: statuses.get(id), seen: seen.get(id) !== undefined }
        : { paper, status: undefined, seen: true },
    ];
  });
}

interface Rows {
  papers: readonly Paper[];
  seen: ReadonlyMap<PaperId, Seen | undefined>;
  statuses: ReadonlyMap<PaperId, Status | undefined>;
}

/** No transaction at all where the guess was right: an empty one is a turn of the database as well. */
async function readUnknown(
  feed: IDBDatabase,
  user: IDBDatabase | undefined,
  day: Day,
  ids: readonly PaperId[],
  known: FirstRows,
): Promise<Rows> {
  const noSeen = ids.filter((id) => !known.seen?.has(id));
  const noStatus = ids.filter((id) => !known.statuses?.has(id));
  const [papers, seen, statuses] = await Promise.all([
    known.papers?.day === day ? known.papers.rows : readPapersOf(feed.transaction('papers'), day),
    noSeen.length > 0 ? readEach<Seen>(feed.transaction('seen'), 'seen', noSeen) : [],
    user && noStatus.length > 0 ? readEach<Status>(user.transaction('statuses'), 'statuses', noStatus) : [],
  ]);
  return {
    papers,
    seen: new Map([...(known.seen ?? []), ...seen]),
    statuses: new Map([...(known.statuses ?? []), ...statuses]),
  };
}

function readPapersOf(stores: IDBTransaction, day: Day): Promise<Paper[]> {
  return toPromise<Paper[]>(stores.objectStore('papers').index('dailyDate').getAll(day));
}

/** Rows that are read along at most, for those between the wanted ones. */
const ROWS_BETWEEN = 300;

/**
 * Rows by their keys; the keys of no row have `undefined`. The papers of a day have numbers that are close together: one
 * request for all marks between the first and the last is one turn of the page, and one for each is a turn for each. Where
 * too many lie between, and for whole papers, they are asked for one by one.
 */
async function readEach<T extends { paperId: PaperId } | { id: PaperId }>(
  stores: IDBTransaction,
  name: string,
  ids: readonly PaperId[],
): Promise<Map<PaperId, T | undefined>> {
  const store = stores.objectStore(name);
  const [first, last] = [ids.reduce(toLower, ids[0] ?? ''), ids.reduce(toHigher, ids[0] ?? '')];
  if (name !== 'papers' && first !== last) {
    const rows = await toPromise<T[]>(store.getAll(IDBKeyRange.bound(first, last), ROWS_BETWEEN));
    if (rows.length < ROWS_BETWEEN) {
      const byId = new Map(rows.map((row) => ['paperId' in row ? row.paperId : row.id, row]));
      return new Map(ids.map((id) => [id, byId.get(id)]));
    }
  }
  const read = async (id: PaperId) => [id, await toPromise<T | undefined>(store.get(id))] as const;
  return new Map(await Promise.all(ids.map(read)));
}

const toLower = (a: string, b: string) => (b < a ? b : a);
const toHigher = (a: string, b: string) => (b > a ? b : a);

/** Of a day before those that are read at once. */
function readListings(feed: IDBDatabase, day: Day): Promise<Listing[]> {
  return toPromise<Listing[]>(feed.transaction('listings').objectStore('listings').index('date').getAll(day));
}
