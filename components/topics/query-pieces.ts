import type { QueryToken } from '@/lib/core/query/ast';
import type { QueryError } from '@/lib/core/query/query';

/** A stretch of the query that looks the same from end to end. */
export interface QueryPiece {
  from: number;
  text: string;
  /** Classes. */
  look: string;
}

const LOOKS: Record<QueryToken['kind'], string> = {
  word: '',
  phrase: 'query-phrase',
  field: 'query-field-name',
  value: '',
  operator: 'query-operator',
  bracket: '',
};

/** Cuts `text` where a token or the error begins or ends. Together the pieces are the text, letter by letter. */
export function toColouredPieces(
  text: string,
  tokens: readonly QueryToken[],
  error: QueryError | undefined,
): QueryPiece[] {
  const spans = error ? [...tokens, error] : tokens;
  const cuts = new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])]);
  const places = [...cuts].filter((place) => place >= 0 && place <= text.length).sort((a, b) => a - b);
  const pieces = places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? text.length;
    const token = tokens.find((one) => one.from <= from && to <= one.to);
    const isWrong = error !== undefined && error.from <= from && to <= error.to;
    const look = [token && LOOKS[token.kind], isWrong && 'query-wrong'].filter(Boolean).join(' ');
    return { from, text: text.slice(from, to), look };
  });
  // An error behind the last letter has nothing to stand under.
  if (error && error.from >= text.length) pieces.push({ from: text.length, text: '\u00a0', look: 'query-wrong' });
  return pieces;
}
