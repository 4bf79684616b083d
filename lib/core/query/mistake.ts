import type { Span } from './ast';

/**
 * What is wrong, as a choice among the sentences of messages.ts. The worker reads every query and shows none of these
 * sentences: imported instead of handed in, they would be 2 kB of each wake.
 */
export type Wording = (say: typeof import('./messages')) => string;

/** A place in the query's text that does not parse, not yet put into words. UTF-16 offsets, `to` > `from`. */
export interface QueryMistake extends Span {
  wording: Wording;
}
