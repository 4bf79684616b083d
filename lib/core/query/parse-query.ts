import { compileQuery } from './compile';
import * as say from './messages';
import { parse } from './parser.generated.js';
import type { QueryError, QueryResult } from './query';
import { resolveQuery } from './resolve';
import type { QuerySyntax } from './syntax';

/** UTF-16 units. */
export const QUERY_LENGTH_LIMIT = 2000;
/** Brackets inside each other. */
const QUERY_DEPTH_LIMIT = 50;

/**
 * Reads a query (DESIGN.md, "The query language"). Never throws: what does not parse comes back with the place of the
 * first mistake and what to write instead. Linear in the text's length.
 */
export function parseQuery(text: string): QueryResult {
  const beyond = findBeyondLimits(text);
  if (beyond) return { ok: false, error: beyond, tokens: [] };
  const { node, errors, tokens } = resolveQuery(text, parse(text) as QuerySyntax);
  const [error] = errors;
  if (error) return { ok: false, error, tokens };
  if (!node) return { ok: false, error: { from: 0, to: Math.max(1, text.length), message: say.empty() }, tokens };
  return { ok: true, query: compileQuery(node), ast: node, tokens };
}

/** Looked for before the parser runs: it goes down one call per bracket, and 2,000 of them would overflow the stack. */
function findBeyondLimits(text: string): QueryError | undefined {
  if (text.length > QUERY_LENGTH_LIMIT) {
    const message = say.tooLong(QUERY_LENGTH_LIMIT, text.length - QUERY_LENGTH_LIMIT);
    return { from: QUERY_LENGTH_LIMIT, to: text.length, message };
  }
  let depth = 0;
  let inQuotes = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (/["“”„«»]/.test(letter)) inQuotes = !inQuotes;
    else if (!inQuotes && letter === '(') depth++;
    else if (!inQuotes && letter === ')') depth = Math.max(0, depth - 1);
    if (depth > QUERY_DEPTH_LIMIT) return { from: i, to: i + 1, message: say.tooDeep(QUERY_DEPTH_LIMIT) };
  }
  return undefined;
}
