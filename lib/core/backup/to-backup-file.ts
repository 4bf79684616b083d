import { toCanonicalJson } from '../merge/canonical';
import { isSafeUrl } from '../papers/links';
import type { Status } from '../papers/status';
import {
  BACKUP_BYTES_LIMIT,
  BACKUP_FORMAT,
  BACKUP_KINDS,
  BACKUP_LIMITS,
  BACKUP_VERSION,
  type BackupData,
  type BackupKind,
  type BackupList,
  type BackupPaper,
  type Digest,
  toChecksum,
} from './backup';
import { type Entries, parseEntry } from './backup-schema';
import { countValues } from './find-excess';
import { findTooMany } from './find-too-many';
import { addPapers, beginPaperLines, countBytes, type PaperLines, takePapers } from './paper-lines';
import { toWithinLimits } from './within-limits';

/** A backup, ready to be written to a file. */
export interface BackupFile {
  text: string;
  /** The same for equal data, whenever the file was made. */
  checksum: string;
  counts: Record<BackupKind, number> & { papers?: number };
  /** How many papers are in it, of how many; absent where none were wanted. */
  papers?: { taken: number; of: number };
  /** Rows so damaged that no reader would take the file with them in it. */
  leftOut: number;
}

export interface BackupMade {
  /** ms */
  at: number;
  /** The extension's version. */
  app: string;
}

/** For the lines of the list and for its count. */
const LIST_BYTES = 200;
const LIST_VALUES = 3;

/**
 * The file of a backup: one entry a line, ordered by key, so that two files can be compared line by line. BACKUPS.md
 * describes it. What is written here is what the reader takes, or a backup would be found broken on the day it is needed:
 * of papers it has the newest that fit.
 * @throws Error in words for the user when the rest would be larger than the reader takes.
 */
export async function toBackupFile(
  data: BackupData,
  { at, app }: BackupMade,
  digest: Digest,
  papers = data.papers && toPaperLines(data.papers),
): Promise<BackupFile> {
  let leftOut = papers?.leftOut ?? 0;
  const keep = <K extends BackupKind>(kind: K, rows: readonly Entries[K][], toKey: (row: Entries[K]) => string) => {
    const good = rows.flatMap((row) => {
      const parsed = parseEntry(kind, row);
      const read = parsed.ok ? parsed : parseEntry(kind, toWithinLimits(row));
      return read.ok ? [read.entry] : [];
    });
    leftOut += rows.length - good.length;
    const tooMany = findTooMany(kind, good);
    if (tooMany) throw new Error(`There are ${tooMany}, and one backup file can’t hold them. Delete some first.`);
    return good.sort((a, b) => (toKey(a) < toKey(b) ? -1 : 1));
  };
  const kept = {
    statuses: keep('statuses', data.statuses.map(withoutBadLink), ({ paperId }) => paperId),
    topics: keep('topics', data.topics, ({ id }) => id),
    settings: keep('settings', data.settings, ({ key }) => key),
  };
  const lists = BACKUP_KINDS.map((kind): List => [kind, kept[kind].map((row) => JSON.stringify(row))]);
  const canonical = toCanonicalJson(kept);
  const head = { format: BACKUP_FORMAT, version: BACKUP_VERSION, made: new Date(at).toISOString(), app };
  const write = async (lists: readonly List[], canonical: string) => {
    const checksum = await toChecksum(canonical, digest);
    const counts = Object.fromEntries(lists.map(([name, lines]) => [name, lines.length])) as BackupFile['counts'];
    return { text: toText({ ...head, checksum, counts }, lists), checksum, counts };
  };
  const file = await write(lists, canonical);
  const bytes = countBytes(file.text);
  if (bytes > BACKUP_BYTES_LIMIT) throw new Error('There is more than one backup file can hold (100 MB).');
  const values = countValues(file.text);
  if (values > BACKUP_LIMITS.values) throw new Error('There is more than one backup file can hold (5 million values).');
  if (!papers) return { ...file, leftOut };
  const room = { bytes: BACKUP_BYTES_LIMIT - bytes - LIST_BYTES, values: BACKUP_LIMITS.values - values - LIST_VALUES };
  const { texts, of } = takePapers(papers, room);
  // "papers" comes first in the order of the fields.
  const withPapers = await write([...lists, ['papers', texts]], `{"papers":[${texts.join(',')}],${canonical.slice(1)}`);
  return { ...withPapers, leftOut, papers: { taken: texts.length, of } };
}

type List = [name: BackupList, lines: string[]];

function toText(head: object, lists: readonly List[]): string {
  const fields = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  const data = lists.map(([name, lines]) => `    "${name}": ${toLines(lines)}`).join(',\n');
  return `{\n${fields.join('\n')}\n  "data": {\n${data}\n  }\n}\n`;
}

function toPaperLines(papers: readonly BackupPaper[]): PaperLines {
  const lines = beginPaperLines(papers.length);
  addPapers(lines, papers);
  return lines;
}

function toLines(rows: readonly string[]): string {
  return rows.length === 0 ? '[]' : `[\n      ${rows.join(',\n      ')}\n    ]`;
}

/** The marks and the note must not go with an address that the reader refuses. */
function withoutBadLink({ link, ...status }: Status): Status {
  return isSafeUrl(link) ? { ...status, link } : status;
}
