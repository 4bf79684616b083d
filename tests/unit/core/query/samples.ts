import type { Paper } from '@/lib/core/papers/paper';
import { parseQuery } from '@/lib/core/query/parse-query';
import type { CompiledQuery, QueryError, QueryMatch, Subject } from '@/lib/core/query/query';

export const TODAY = '2026-11-20';

/** A paper with nothing in it but what is given. */
export function makePaper(given: Partial<Paper> = {}): Paper {
  return {
    id: '2611.00001',
    title: '',
    summary: '',
    authors: [],
    dailyDate: TODAY,
    upvotes: 0,
    comments: 0,
    keywords: [],
    mediaUrls: [],
    categories: [],
    firstSeenAt: 0,
    updatedAt: 0,
    ...given,
  };
}

export function makeSubject(given: Partial<Paper> = {}, rest: Partial<Omit<Subject, 'paper'>> = {}): Subject {
  return { paper: makePaper(given), seen: false, today: TODAY, ...rest };
}

export function compile(text: string): CompiledQuery {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(`${text}: ${result.error.message}`);
  return result.query;
}

export function errorOf(text: string): QueryError {
  const result = parseQuery(text);
  if (result.ok) throw new Error(`Parsed without an error: ${text}`);
  return result.error;
}

export function matches(query: string, given: Partial<Paper>, rest: Partial<Omit<Subject, 'paper'>> = {}): boolean {
  return compile(query).matches(makeSubject(given, rest));
}

/** What a query marks, as printed. */
export function marked(found: readonly QueryMatch[]): string[] {
  return found.filter((match) => match.kind === 'text').map((match) => match.text.slice(match.from, match.to));
}
