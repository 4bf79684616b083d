import * as messages from './messages';
import type { QueryMistake } from './mistake';
import type { QueryError, QueryResult } from './query';
import { readQuery } from './read-query';

/** `readQuery` for whoever shows the text: its first mistake comes with what to write instead. */
export function parseQuery(text: string): QueryResult {
  const reading = readQuery(text);
  return reading.ok ? reading : { ok: false, error: toQueryError(reading.mistake), tokens: reading.tokens };
}

/** The mistake in words. */
export function toQueryError({ from, to, wording }: QueryMistake): QueryError {
  return { from, to, message: wording(messages) };
}
