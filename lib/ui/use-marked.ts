import { toLostPaper } from '@/lib/core/papers/lost-paper';
import type { PaperEntry } from '@/lib/db/queries/papers';
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

/** The papers with `flag`, newest mark first; unknown at first, and while no flag is asked for nothing is read. */
export function useMarked(flag: 'later' | 'starred' | undefined): Live<MarkedPaper[] | undefined> {
  const { value, error } = useLive<{ flag: string | undefined; papers: MarkedPaper[] } | undefined>(
    async (queries) => ({
      flag,
      papers: flag
        ? (await queries.readMarked(flag)).map(({ paper, status, seen }) =>
            paper
              ? { paper, status, seen }
              : { paper: toLostPaper(status), status, seen, lost: status.link ? { link: status.link } : {} },
          )
        : [],
    }),
    [flag],
    undefined,
  );
  // The answer for another list stands until this one's comes.
  return { value: value?.flag === flag ? value?.papers : undefined, error };
}
