import type { Day } from '@/lib/core/days/day';
import type { Listing, Paper, PaperId, Seen } from '@/lib/core/papers/paper';
import { isReadable } from '@/lib/core/papers/readable';
import type { Status } from '@/lib/core/papers/status';
import { toPromise } from '../plain-read';
import type { PaperEntry } from './papers';
import { toRankedIds } from './rank';

/** Entries whose marks are read for the first frame, which has room for fewer. */
const FIRST_MARKED = 6;

/**
 * The papers of a day, best first, with the marks of those in sight, in one round of reads. The papers by their day: key
 * by key, thirty papers with seen and status are ninety requests.
 */
export async function readFirstEntries(
  feed: IDBDatabase | undefined,
  user: IDBDatabase | undefined,
  day: Day,
  listings: readonly Listing[],
): Promise<PaperEntry[]> {
  if (!feed) return [];
  const ofDay = listings.filter(({ date }) => date === day);
  const ids = toRankedIds(ofDay.length > 0 ? ofDay : await readListings(feed, day));
  const marked = ids.slice(0, FIRST_MARKED);
  const [papers, seen, statuses] = await Promise.all([
    readPapersOf(feed.transaction('papers'), day),
    readEach<Seen>(feed.transaction('seen'), 'seen', marked),
    user && readEach<Status>(user.transaction('statuses'), 'statuses', marked),
  ]);
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
    return [
      i < FIRST_MARKED
        ? { paper, status: statuses?.get(id), seen: seen.get(id) !== undefined }
        : { paper, status: undefined, seen: true },
    ];
  });
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
