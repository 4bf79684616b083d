import type { PaperId } from './paper';

/** A fact the user made and when; clearing is a value too, so that two devices can merge by time. */
export interface Stamped<T> {
  value: T;
  at: number;
}

/** What the user made of one paper. Lives longer than the paper. */
export interface Status {
  paperId: PaperId;
  /** Kept for the day the paper is gone from the feed. */
  title?: string;
  link?: string;
  read?: Stamped<boolean>;
  starred?: Stamped<boolean>;
  later?: Stamped<boolean>;
  dismissed?: Stamped<boolean>;
  note?: Stamped<string>;
  tags?: Stamped<string[]>;
}

/** The states that are a plain yes or no. */
export type StatusFlag = 'read' | 'starred' | 'later' | 'dismissed';
