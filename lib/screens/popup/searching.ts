import type { FoundIn } from '@/components/paper/PaperCard';
import type { Day } from '@/lib/core/days/day';
import { formatPapers } from '@/lib/core/papers/words';
import { toRanges } from '@/lib/core/query/describe';
import { toExcerpt } from '@/lib/core/query/excerpt';
import { parseQuery } from '@/lib/core/query/parse-query';
import type { QueryMatch, Subject } from '@/lib/core/query/query';
import type { PaperEntry } from '@/lib/ui/use-feed';

/** What a query finds among the papers of the last 14 days. */
export interface Search {
  /** How many papers were asked. */
  looked: number;
  hits: readonly PaperEntry[];
  /** Which words of a paper made it match. */
  toMatches(entry: PaperEntry): readonly QueryMatch[];
  /** The same for a card at rest: with the part of the abstract where they stand. */
  toFound(entry: PaperEntry): FoundIn;
}

export type SearchResult = { ok: true; search: Search } | { ok: false; message: string };

/** Asks the query of each paper of the window: a few hundred, in a few milliseconds. */
export function runSearch(text: string, window: readonly PaperEntry[], today: Day): SearchResult {
  const parsed = parseQuery(text);
  if (!parsed.ok) return { ok: false, message: parsed.error.message };
  const { query } = parsed;
  const toSubject = ({ paper, status, seen }: PaperEntry): Subject => ({ paper, status, seen, today });
  const toMatches = (entry: PaperEntry) => query.explain(toSubject(entry));
  return {
    ok: true,
    search: {
      looked: window.length,
      hits: window.filter((entry) => query.matches(toSubject(entry))),
      toMatches,
      toFound: (entry) => {
        const matches = toMatches(entry);
        return {
          title: toRanges(matches, 'title'),
          excerpt: toExcerpt(entry.paper.summary, toRanges(matches, 'abstract')),
        };
      },
    },
  };
}

/** The line under the search box. */
export function toSearchWords(text: string, search: Search | undefined): string {
  if (text.trim() === '') return 'Looks in the titles and abstracts of the last 14 days';
  if (!search) return 'Reading the papers of the last 14 days';
  const count = search.hits.length;
  return count === 0 ? 'No paper of the last 14 days' : `${formatPapers(count)} of the last 14 days`;
}
