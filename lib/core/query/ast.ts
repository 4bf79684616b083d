import type { Day } from '../days/day';
import type { TextField } from './query';

/** A place in the query's text. UTF-16 offsets. */
export interface Span {
  from: number;
  to: number;
}

/** One word of a term, folded as papers are. */
export interface QueryWord {
  word: string;
  hash: number;
  /** `diffus*`: `word` is the beginning, not made singular. */
  prefix: boolean;
}

export type NumberField = 'upvotes' | 'comments' | 'stars';
export type HasValue = 'code' | 'project' | 'media' | 'note';
export type IsValue = 'new' | 'unread' | 'read' | 'starred' | 'later' | 'dismissed';

/** One word, or words in this order, in one of `fields`. */
export interface TextNode extends Span {
  kind: 'text';
  fields: readonly TextField[];
  words: readonly QueryWord[];
  /** As written, without quotes and field. */
  term: string;
}

/** A fact. `term` as written, with its field. */
export type FactNode = Span & { term: string } & (
    | { kind: 'has'; value: HasValue }
    | { kind: 'is'; value: IsValue }
    /** Both ends included; whole numbers. */
    | { kind: 'number'; field: NumberField; min: number; max: number }
    /** Both ends included; an end left open is the empty string below and `~` above, which sort outside all days. */
    | { kind: 'days'; first: Day; last: Day }
    /** `today` is 1, `7d` is 7: that many days, today's included. */
    | { kind: 'recent'; days: number; todayOnly: boolean }
  );

/** What a query means. Precedence is resolved and mistakes are gone. */
export type QueryNode =
  | TextNode
  | FactNode
  | (Span & { kind: 'and' | 'or'; items: readonly QueryNode[] })
  | (Span & { kind: 'not'; item: QueryNode });

/** A piece of the text, for colouring while it is typed. What lies between the pieces is white space. */
export interface QueryToken extends Span {
  kind: 'word' | 'phrase' | 'field' | 'value' | 'operator' | 'bracket';
}
