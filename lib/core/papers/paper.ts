import type { Day } from '../days/day';

/** The bare arXiv id as a string (`2608.16590`; never a number: 2503.02130 would lose its zero), or `source:id`. */
export type PaperId = string;

/** Where a paper comes from. A new source adds its name here. */
export type SourceId = 'huggingface';

export interface Author {
  name: string;
  /** Account name at the source, where one is known. */
  user?: string;
}

export interface Organization {
  /** Handle at the source, e.g. `nvidia`. */
  name: string;
  fullname: string;
}

/** One stored paper: what the feed says of it. Optional fields come and go on the wire (SOURCES 1.2). */
export interface Paper {
  id: PaperId;
  title: string;
  /** The abstract, white space collapsed; empty when the feed has none. */
  summary: string;
  /** Without hidden ones; may be empty. */
  authors: Author[];
  /** arXiv v1 time, ISO 8601. */
  publishedAt?: string;
  /** The newest listing's UTC day. */
  dailyDate: Day;
  upvotes: number;
  comments: number;
  keywords: string[];
  aiSummary?: string;
  organization?: Organization;
  /** http(s) only, checked when written. */
  githubRepo?: string;
  githubStars?: number;
  projectPage?: string;
  thumbnail?: string;
  mediaUrls: string[];
  categories: string[];
  /** Who put it on the feed: full name, or account name. */
  submitter?: string;
  withdrawnAt?: string;
  /** Our clock, ms: when this machine first stored it. */
  firstSeenAt: number;
  updatedAt: number;
}

/** What one answer says of one paper. An absent key says nothing and keeps the stored value (law 7). */
export type IncomingPaper = Pick<Paper, 'id' | 'title' | 'dailyDate'> &
  Partial<Omit<Paper, 'id' | 'title' | 'dailyDate' | 'firstSeenAt' | 'updatedAt'>>;

/** One paper on one day of one source. The same paper can be featured twice. */
export interface Listing {
  source: SourceId;
  date: Day;
  paperId: PaperId;
  /** 0 is the top of the day. */
  rank: number;
  firstSeenAt: number;
}

/** The paper was shown to the user. */
export interface Seen {
  paperId: PaperId;
  at: number;
}
