import type { Listing, Paper } from '../papers/paper';
import type { Status } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import type { Topic } from '../topics/topic';

/** Says whose file it is: any other JSON is refused by name. */
export const BACKUP_FORMAT = 'daily-papers-backup';
/** Goes up when a file of the new kind would be misread by the old reader. BACKUPS.md describes each. */
export const BACKUP_VERSION = 1;
/** In bytes: 50,000 marked papers are a fifth of it. More would take the memory of the browser, and many seconds. */
export const BACKUP_BYTES_LIMIT = 100_000_000;
/**
 * What a file can hold of anything. Our own are six deep, and one of 100 MB with 40,000 papers has 2.6 million values; a
 * setting of a newer version may be a little deeper. Parsing more would take the memory of the browser.
 */
export const BACKUP_LIMITS = { depth: 16, values: 5_000_000, entries: 20_000, listDepth: 3 } as const;

/** The kinds of entries the user made, in the order of the file. */
export const BACKUP_KINDS = ['statuses', 'topics', 'settings'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];
/** The lists a file can have: the papers come last, and only where the user wants them. */
export type BackupList = BackupKind | 'papers';

/** A paper as the feed told of it, in which lists it stood, and when it was first shown here. */
export interface BackupPaper extends Paper {
  listings: Omit<Listing, 'paperId'>[];
  seenAt?: number;
}

/** Everything the user made: cleared marks and deleted topics too, since they are what a merge needs to know. */
export interface BackupData {
  statuses: Status[];
  topics: Topic[];
  settings: SettingRow[];
  /** Absent from a file without papers: it has the form it had before there were any. */
  papers?: BackupPaper[];
}

/** A file that was read, whole and checked. */
export interface Backup {
  /** When it was made, ms. */
  made: number;
  /** The version of the extension that made it. */
  app: string;
  data: BackupData;
}

/** SHA-256 of a text in UTF-8, in hexadecimal digits. Given to the core: the browser has it. */
export type Digest = (text: string) => Promise<string>;

/** The checksum of a file: over its data in their one form, so that neither the order of keys nor a line break counts. */
export async function toChecksum(canonicalData: string, digest: Digest): Promise<string> {
  return `sha256:${await digest(canonicalData)}`;
}
