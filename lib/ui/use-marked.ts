import { toLostPaper } from '@/lib/core/papers/lost-paper';
import type { PaperId } from '@/lib/core/papers/paper';
import type { ListedFlag } from '@/lib/core/papers/status';
import type { PaperEntry } from '@/lib/db/queries/papers';
import type { MarkedEntry } from '@/lib/db/queries/statuses';
import { type Live, useLive } from './use-live';

/** A paper the user marked; `lost` where the feed does not hold it any more. */
export type MarkedPaper = PaperEntry & { lost?: { link?: string | undefined } | undefined };

/** How many papers are for later, how many are starred; unknown at first. */
export function useMarkedCounts(): { later: number; starred: number } | undefined {
  return useLive<{ later: number; starred: number } | undefined>(
    async (queries) => {
      const [later, starred] = await Promise.all([queries.countMarked('later'), queries.countMarked('starred')]);
      return { later, starred };
    },
    [],
    undefined,
  ).value;
}

/** A list of marked papers, of which the first are loaded. */
export interface MarkedList {
  /** All of them, newest mark first. */
  ids: readonly PaperId[];
  papers: readonly MarkedPaper[];
}

/**
 * The papers with `flag`, newest mark first; the first `limit` of them are loaded. Unknown at first, and while no flag
 * is asked for nothing is read.
 */
export function useMarked(flag: ListedFlag | undefined, limit: number): Live<MarkedList | undefined> {
  const { value, error } = useLive<{ flag: ListedFlag | undefined; list: MarkedList } | undefined>(
    async (queries) => {
      const ids = flag ? await queries.readMarkedIds(flag) : [];
      const entries = ids.length > 0 ? await queries.readMarked(ids.slice(0, limit)) : [];
      return { flag, list: { ids, papers: entries.map(toMarkedPaper) } };
    },
    [flag, limit],
    undefined,
  );
  // The answer for another list stands until this one's comes.
  return { value: value?.flag === flag ? value?.list : undefined, error };
}

function toMarkedPaper({ paper, status, seen }: MarkedEntry): MarkedPaper {
  if (paper) return { paper, status, seen };
  return { paper: toLostPaper(status), status, seen, lost: status.link ? { link: status.link } : {} };
}
