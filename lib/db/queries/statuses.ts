import type { Paper } from '@/lib/core/papers/paper';
import type { Status } from '@/lib/core/papers/status';
import { feedDb } from '../feed-database';
import { userDb } from '../user-database';

/** The marks that make a list of their own. */
export type ListedFlag = 'starred' | 'later';

/** A paper the user marked. */
export interface MarkedEntry {
  /** Absent when the feed has lost it; the status keeps its title and link. */
  paper?: Paper | undefined;
  status: Status;
  seen: boolean;
}

/** The papers that bear the mark, the newest mark first. By index: reads what was ever marked so, not the whole table. */
export async function readMarked(flag: ListedFlag): Promise<MarkedEntry[]> {
  const statuses = await marked(flag).reverse().toArray();
  const ids = statuses.map(({ paperId }) => paperId);
  const [papers, seen] = await Promise.all([feedDb.papers.bulkGet(ids), feedDb.seen.bulkGet(ids)]);
  return statuses.map((status, i) => ({ paper: papers[i], status, seen: seen[i] !== undefined }));
}

/** How many papers bear the mark. */
export function countMarked(flag: ListedFlag): Promise<number> {
  return marked(flag).count();
}

/** A mark that was cleared is a value with a time too: it stands in the index and is left out here. */
function marked(flag: ListedFlag) {
  return userDb.statuses.orderBy(`${flag}.at`).filter((status) => status[flag]?.value === true);
}
