import type { QueryNode, QueryToken } from './ast';
import { compileQuery } from './compile';
import type { QueryMistake } from './mistake';
import { parse } from './parser.generated.js';
import type { CompiledQuery } from './query';
import { resolveQuery } from './resolve';
import type { QuerySyntax } from './syntax';

/** UTF-16 units. */
export const QUERY_LENGTH_LIMIT = 2000;
/** Brackets inside each other. */
const QUERY_DEPTH_LIMIT = 50;

/** As `QueryResult`, its first mistake not yet put into words. */
export type QueryReading =
  | { ok: true; query: CompiledQuery; ast: QueryNode; tokens: QueryToken[] }
  | { ok: false; mistake: QueryMistake; tokens: QueryToken[] };

/**
 * Reads a query (DESIGN.md, "The query language") for whoever only wants to ask it. Never throws: what does not parse
 * comes back with the place of the first mistake. Linear in the text's length.
 */
export function readQuery(text: string): QueryReading {
  const beyond = findBeyondLimits(text);
  if (beyond) return { ok: false, mistake: beyond, tokens: [] };
  const { node, errors, tokens } = resolveQuery(text, parse(text) as QuerySyntax);
  const [mistake] = errors;
  if (mistake) return { ok: false, mistake, tokens };
  if (!node) {
    return { ok: false, mistake: { from: 0, to: Math.max(1, text.length), wording: (say) => say.empty() }, tokens };
  }
  return { ok: true, query: compileQuery(node), ast: node, tokens };
}

/** Looked for before the parser runs: it goes down one call per bracket, and 2,000 of them would overflow the stack. */
function findBeyondLimits(text: string): QueryMistake | undefined {
  if (text.length > QUERY_LENGTH_LIMIT) {
    const over = text.length - QUERY_LENGTH_LIMIT;
    return { from: QUERY_LENGTH_LIMIT, to: text.length, wording: (say) => say.tooLong(QUERY_LENGTH_LIMIT, over) };
  }
  let depth = 0;
  let inQuotes = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (/["“”„«»]/.test(letter)) inQuotes = !inQuotes;
    else if (!inQuotes && letter === '(') depth++;
    else if (!inQuotes && letter === ')') depth = Math.max(0, depth - 1);
    if (depth > QUERY_DEPTH_LIMIT) return { from: i, to: i + 1, wording: (say) => say.tooDeep(QUERY_DEPTH_LIMIT) };
  }
  return undefined;
}
