import type { Day } from '../days/day';
import type { Paper } from '../papers/paper';
import type { Status } from '../papers/status';
import type { QueryNode, QueryToken } from './ast';

/** Fields whose text a query can search. Bare words look in title and abstract only. */
export type TextField =
  | 'title'
  | 'abstract'
  | 'author'
  | 'org'
  | 'keyword'
  | 'submitter'
  | 'source'
  | 'category'
  | 'tag'
  | 'id'
  | 'note';

/** What a query is asked about: a paper, what the user made of it, and the feed's day. */
export interface Subject {
  paper: Paper;
  status?: Status | undefined;
  seen: boolean;
  /** The feed's UTC day now. */
  today: Day;
}

/** Where one word or phrase of the query was found. `from`/`to` are UTF-16 offsets into `text`. */
export interface TextMatch {
  kind: 'text';
  field: TextField;
  /** The whole text of the field entry, e.g. the title, one author's name. */
  text: string;
  from: number;
  to: number;
  /** As the query wrote it, without quotes or field. */
  term: string;
}

/** A fact that made the query match, e.g. `has:code` or `upvotes:>=20`. */
export interface FactMatch {
  kind: 'fact';
  /** As the query wrote it. */
  term: string;
  /** In words: "28 upvotes", "has code". */
  words: string;
}

export type QueryMatch = TextMatch | FactMatch;

/** A place in the query's text that does not parse, with what to write instead. UTF-16 offsets, `to` > `from`. */
export interface QueryError {
  from: number;
  to: number;
  message: string;
}

export interface CompiledQuery {
  /** Linear in the length of the subject's text. Never throws. */
  matches(subject: Subject): boolean;
  /** Which words, which field, which positions. Empty when it does not match (or for a pure NOT). */
  explain(subject: Subject): QueryMatch[];
  /**
   * Words compared and letters checked while matching: what "linear" is counted in. At most the length of the texts
   * looked at times the length of the query.
   */
  countSteps(subject: Subject): number;
  /** Which facts beside the paper it looks at: lets a caller skip reading them. */
  needs: { status: boolean; seen: boolean; today: boolean };
}

/**
 * `tokens` are the text's pieces by position, for colouring; there are some in most queries that do not parse, none in
 * those that are too long or too deep to read.
 */
export type QueryResult =
  | { ok: true; query: CompiledQuery; ast: QueryNode; tokens: QueryToken[] }
  | { ok: false; error: QueryError; tokens: QueryToken[] };
