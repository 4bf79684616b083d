import { toCanonicalJson } from '../merge/canonical';
import { isSafeUrl } from '../papers/links';
import type { Status } from '../papers/status';
import {
  BACKUP_BYTES_LIMIT,
  BACKUP_FORMAT,
  BACKUP_KINDS,
  BACKUP_VERSION,
  type BackupData,
  type BackupKind,
  type Digest,
  toChecksum,
} from './backup';
import { type Entries, parseEntry } from './backup-schema';

/** A backup, ready to be written to a file. */
export interface BackupFile {
  text: string;
  /** The same for equal data, whenever the file was made. */
  checksum: string;
  counts: Record<BackupKind, number>;
  /** Rows so damaged that no reader would take the file with them in it. */
  leftOut: number;
}

export interface BackupMade {
  /** ms */
  at: number;
  /** The extension's version. */
  app: string;
}

/**
 * The file of a backup: one entry a line, ordered by key, so that two files can be compared line by line. BACKUPS.md
 * describes it. What is written here is what the reader takes, or a backup would be found broken on the day it is needed.
 * @throws Error in words for the user when it would be larger than the reader takes.
 */
export async function toBackupFile(data: BackupData, { at, app }: BackupMade, digest: Digest): Promise<BackupFile> {
  let leftOut = 0;
  const keep = <K extends BackupKind>(kind: K, rows: readonly Entries[K][], toKey: (row: Entries[K]) => string) => {
    const good = rows.flatMap((row) => {
      const parsed = parseEntry(kind, row);
      return parsed.ok ? [parsed.entry] : [];
    });
    leftOut += rows.length - good.length;
    return good.sort((a, b) => (toKey(a) < toKey(b) ? -1 : 1));
  };
  const kept: BackupData = {
    statuses: keep('statuses', data.statuses.map(withoutBadLink), ({ paperId }) => paperId),
    topics: keep('topics', data.topics, ({ id }) => id),
    settings: keep('settings', data.settings, ({ key }) => key),
  };
  const checksum = await toChecksum(toCanonicalJson(kept), digest);
  const counts = { statuses: kept.statuses.length, topics: kept.topics.length, settings: kept.settings.length };
  const head = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    made: new Date(at).toISOString(),
    app,
    checksum,
    counts,
  };
  const fields = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  const lists = BACKUP_KINDS.map((kind) => `    "${kind}": ${toLines(kept[kind])}`).join(',\n');
  const text = `{\n${fields.join('\n')}\n  "data": {\n${lists}\n  }\n}\n`;
  // A character is at most three bytes: only of a long one the bytes are counted.
  if (text.length * 3 > BACKUP_BYTES_LIMIT && new TextEncoder().encode(text).length > BACKUP_BYTES_LIMIT)
    throw new Error('There is more than one backup file can hold (100 MB).');
  return { text, checksum, counts, leftOut };
}

function toLines(rows: readonly unknown[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => `      ${JSON.stringify(row)}`).join(',\n')}\n    ]`;
}

/** The marks and the note must not go with an address that the reader refuses. */
function withoutBadLink({ link, ...status }: Status): Status {
  return isSafeUrl(link) ? { ...status, link } : status;
}
