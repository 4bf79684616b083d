import { toCanonicalJson } from '../merge/canonical';
import { isSafeUrl } from '../papers/links';
import { BACKUP_BYTES_LIMIT, type BackupPaper } from './backup';
import { parseEntry } from './backup-schema';
import { countValues } from './find-excess';

interface PaperLine {
  id: string;
  /** In its one form: the same text is the line of the file and what the checksum is made of. */
  text: string;
  bytes: number;
  values: number;
}

/** Papers on their way into a file, the newest first; only their lines are kept of them. */
export interface PaperLines {
  lines: PaperLine[];
  bytes: number;
  /** How many there are in all. */
  of: number;
  /** Rows so damaged that no reader would take the file with them in it. */
  leftOut: number;
}

/** A line of the file has this around its entry: the comma, the break and six spaces. */
const AROUND_BYTES = 8;

/** The lines of no paper yet. */
export function beginPaperLines(of = 0): PaperLines {
  return { lines: [], bytes: 0, of, leftOut: 0 };
}

/** Adds papers, each older than those before. False when a file can hold no more. */
export function addPapers(to: PaperLines, papers: readonly BackupPaper[]): boolean {
  for (const paper of papers) {
    if (to.bytes > BACKUP_BYTES_LIMIT) return false;
    const parsed = parseEntry('papers', withoutBadLinks(paper));
    if (!parsed.ok) {
      to.leftOut += 1;
      continue;
    }
    const text = toCanonicalJson(parsed.entry);
    const bytes = countBytes(text) + AROUND_BYTES;
    to.lines.push({ id: parsed.entry.id, text, bytes, values: countValues(text) });
    to.bytes += bytes;
  }
  return true;
}

/** The newest papers that fit into so many bytes and values, in the order of their ids. */
export function takePapers(
  { lines, of, leftOut }: PaperLines,
  room: { bytes: number; values: number },
): { texts: string[]; of: number } {
  const left = { ...room };
  let count = 0;
  for (const { bytes, values } of lines) {
    left.bytes -= bytes;
    left.values -= values;
    if (left.bytes < 0 || left.values < 0) break;
    count += 1;
  }
  const taken = lines.slice(0, count).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { texts: taken.map(({ text }) => text), of: of - leftOut };
}

/** Of a text in UTF-8, without making it: halves of a pair are two bytes each, and JSON has no others. */
export function countBytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** A paper must not be lost for an address that the reader refuses. */
function withoutBadLinks(paper: BackupPaper): BackupPaper {
  const good = { ...paper };
  for (const field of ['githubRepo', 'projectPage', 'thumbnail'] as const)
    if (good[field] !== undefined && !isSafeUrl(good[field])) delete good[field];
  if (Array.isArray(good.mediaUrls)) good.mediaUrls = good.mediaUrls.filter(isSafeUrl);
  return good;
}
