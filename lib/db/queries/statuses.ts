import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { isReadable } from '@/lib/core/papers/readable';
import { type ListedFlag, type Status, toStatus } from '@/lib/core/papers/status';
import { isKept } from '@/lib/core/sync/retention';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';

/** A paper the user marked. */
export interface MarkedEntry {
  /** Absent when the feed has lost it, or its row is damaged; the status keeps its title and link. */
  paper?: Paper | undefined;
  status: Status;
  seen: boolean;
}

/** The papers that bear the mark, the newest mark first. By keys alone: no row is cloned. */
export function readMarkedIds(flag: ListedFlag): Promise<PaperId[]> {
  return marked(flag).reverse().primaryKeys();
}

/** What is stored of marked papers, in the given order. */
export async function readMarked(ids: readonly PaperId[]): Promise<MarkedEntry[]> {
  const keys = [...ids];
  const [statuses, papers, seen] = await Promise.all([
    userDb.statuses.bulkGet(keys),
    feedDb.papers.bulkGet(keys),
    feedDb.seen.bulkGet(keys),
  ]);
  return statuses.flatMap((status, i) => {
    if (!status) return [];
    const paper = papers[i];
    return [
      {
        paper: paper && isReadable(paper) ? paper : undefined,
        status: toStatus(status),
        seen: seen[i] !== undefined,
      },
    ];
  });
}

/** Enough of marked papers to mark them again. */
export async function readTitles(ids: readonly PaperId[]): Promise<Pick<Paper, 'id' | 'title'>[]> {
  const statuses = await userDb.statuses.bulkGet([...ids]);
  return statuses.flatMap((status) => (status ? [{ id: status.paperId, title: status.title ?? '' }] : []));
}

/** The papers that stay whatever their age. A look at every status: asked only where something is about to go. */
export async function readKeptIds(): Promise<Set<PaperId>> {
  const ids = new Set<PaperId>();
  await userDb.statuses.each((status) => {
    if (isKept(status)) ids.add(status.paperId);
  });
  return ids;
}

/** How many papers bear the mark; counted by the index. */
export function countMarked(flag: ListedFlag): Promise<number> {
  return marked(flag).count();
}

function marked(flag: ListedFlag) {
  return userDb.statuses.orderBy(`${flag}Since`);
}
