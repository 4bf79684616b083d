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

/** The marks that make a list of their own. */
export type ListedFlag = 'starred' | 'later';

/**
 * A status as it is stored: beside each mark that stands, since when. A cleared mark is a value too and has a time; an
 * index on these fields holds what bears the mark now, and nothing else.
 */
export interface StoredStatus extends Status {
  starredSince?: number;
  laterSince?: number;
}

/** Made anew from the marks at every write, whatever stood there before. */
export function toStoredStatus(status: Status): StoredStatus {
  const { starred, later } = status;
  return {
    ...toStatus(status),
    ...(starred?.value ? { starredSince: starred.at } : {}),
    ...(later?.value ? { laterSince: later.at } : {}),
  };
}

/** What the user made, without what is stored only to be found by. */
export function toStatus({ starredSince: _starredSince, laterSince: _laterSince, ...status }: StoredStatus): Status {
  return status;
}

/** True where anything of it stands that the user would miss. */
export function isMarked({ read, starred, later, dismissed, note, tags }: Status): boolean {
  const isOn = [read, starred, later, dismissed].some((flag) => flag?.value === true);
  return isOn || (note?.value ?? '') !== '' || (tags?.value.length ?? 0) > 0;
}
