import * as messages from './messages';
import type { QueryMistake } from './mistake';
import type { QueryError, QueryResult } from './query';
import { readOnce } from './read-once';

/**
 * `readQuery` for whoever shows the text: its first mistake comes with what to write instead. Read once: at each key of
 * a topic its text is asked for by the draft, the list and the field.
 */
export function parseQuery(text: string): QueryResult {
  const reading = readOnce(text);
  return reading.ok ? reading : { ok: false, error: toQueryError(reading.mistake), tokens: reading.tokens };
}

/** The mistake in words. */
export function toQueryError({ from, to, wording }: QueryMistake): QueryError {
  return { from, to, message: wording(messages) };
}
