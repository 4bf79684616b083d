import { toCanonicalJson } from '../merge/canonical';
import { TOPICS_FORMAT } from '../topics/topics-file';
import {
  BACKUP_BYTES_LIMIT,
  BACKUP_FORMAT,
  BACKUP_KINDS,
  BACKUP_LIMITS,
  BACKUP_VERSION,
  type Backup,
  type BackupData,
  type BackupList,
  type Digest,
  toChecksum,
} from './backup';
import { type Excess, findExcess } from './find-excess';
import { findHostile } from './find-hostile';
import { findPlace, toPlaceWords } from './find-place';
import { Refusal, readEntries, toOwnFields } from './read-entries';
import { LAST_TIME, shorten } from './schema-parts';
import { walkJson } from './walk-json';

const LISTS: readonly BackupList[] = [...BACKUP_KINDS, 'papers'];

const LONGEST_PROBLEM = 500;

export type BackupResult = { ok: true; backup: Backup } | { ok: false; problem: string };

/**
 * Reads a file of a backup. All or nothing: the first thing that is wrong is named with its place, in words for the
 * person whose file it is, and what can't be true (a checksum that does not fit) is never taken for the most part true.
 * Writes nothing, and never rejects. `rest` gives the page a turn between the steps: each takes a second of a file with
 * 20,000 papers.
 */
export async function readBackupFile(
  bytes: Uint8Array,
  digest: Digest,
  rest: () => Promise<void> = async () => undefined,
): Promise<BackupResult> {
  let text = '';
  try {
    if (bytes.length > BACKUP_BYTES_LIMIT) throw new Refusal('The file is too large to be a backup (over 100 MB).');
    text = toText(bytes);
    await rest();
    const value = toValue(text);
    await rest();
    return { ok: true, backup: await readFile(value, digest, rest) };
  } catch (error) {
    if (!(error instanceof Refusal))
      return { ok: false, problem: `The file could not be read (${shorten(String(error), LONGEST_PROBLEM)}).` };
    const { path } = error;
    // No sentence has so much of the file in it; what one forgot to cut must not fill the page.
    const problem = shorten(error.message, LONGEST_PROBLEM);
    if (!path) return { ok: false, problem };
    return { ok: false, problem: `${problem} It stands in ${toPlaceWords(text, findPlace(text, path))}.` };
  }
}

function toText(bytes: Uint8Array): string {
  try {
    // Takes the mark some editors put at the beginning away, and lets no broken letter pass as a question mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('The file is damaged, or is no text at all: it is not in UTF-8.');
  }
}

function toValue(text: string): unknown {
  if (text.trim() === '') throw new Refusal('The file is empty.');
  const excess = findExcess(text, BACKUP_LIMITS);
  if (excess) throw new Refusal(`${toExcessWords(excess)} It shows in ${toPlaceWords(text, excess.at)}.`);
  try {
    return JSON.parse(text);
  } catch {
    const mistake = walkJson(text);
    if (!mistake) throw new Refusal('The file is not JSON.');
    const place = toPlaceWords(text, mistake.at);
    throw new Refusal(
      mistake.at >= text.length
        ? `The file was cut off on its way: it ends in ${place}, in the middle of something.`
        : `The file is not JSON, or was damaged, in ${place}: ${mistake.problem}.`,
    );
  }
}

async function readFile(value: unknown, digest: Digest, rest: () => Promise<void>): Promise<Backup> {
  const file = toOwnFields(value);
  if (file?.get('format') !== BACKUP_FORMAT) throw new Refusal(toForeignWords(file?.get('format')));
  const version = file.get('version');
  if (version !== BACKUP_VERSION) throw new Refusal(toVersionWords(version));
  const hostile = findHostile(value);
  if (hostile) throw new Refusal(hostile.problem, hostile.path);
  const made = file.get('made');
  const madeAt = typeof made === 'string' ? Date.parse(made) : Number.NaN;
  if (Number.isNaN(madeAt) || madeAt < 0 || madeAt > LAST_TIME)
    throw new Refusal('The file does not say when it was made: "made" must be a time.', ['made']);
  const app = file.get('app');
  if (typeof app !== 'string' || app.length > 100)
    throw new Refusal('The file does not say which version made it: "app" must be text.', ['app']);
  const lists = toOwnFields(file.get('data'));
  if (!lists) throw new Refusal('The file has no "data".', ['data']);
  for (const name of lists.keys())
    if (!(LISTS as readonly string[]).includes(name))
      throw new Refusal(`The file holds “${shorten(name, 60)}”, which is not known.`, ['data', name]);
  await rest();
  const data: BackupData = {
    statuses: readEntries('statuses', lists.get('statuses')),
    topics: readEntries('topics', lists.get('topics')),
    settings: readEntries('settings', lists.get('settings')),
    ...(lists.has('papers') ? { papers: readEntries('papers', lists.get('papers')) } : {}),
  };
  const counts = toOwnFields(file.get('counts'));
  for (const kind of LISTS) {
    const count = counts?.get(kind);
    if (count !== data[kind]?.length)
      throw new Refusal(
        `The file is damaged: it should hold ${typeof count === 'number' ? count : 'no'} ${kind} and holds ${data[kind]?.length ?? 'none'}.`,
        ['counts', kind],
      );
  }
  await rest();
  // Of the parsed entries: what a reader made of them is what has to be true.
  if (file.get('checksum') !== (await toChecksum(toCanonicalJson(data), digest)))
    throw new Refusal('The file is damaged, or was changed by hand: its checksum does not fit what it holds.');
  return { made: madeAt, app, data };
}

function toExcessWords({ of }: Excess): string {
  if (of === 'depth') return 'The file is nested too deeply to be a backup.';
  const { values, entries } = BACKUP_LIMITS;
  if (of === 'values') return `The file has more than ${values.toLocaleString('en-US')} values, which no backup has.`;
  return `Something in the file has more than ${entries.toLocaleString('en-US')} entries, which no backup has.`;
}

function toForeignWords(format: unknown): string {
  if (format === TOPICS_FORMAT)
    return 'This is a file of topics, not a backup. It can be imported in the options under Topics.';
  return `This is not a backup of Daily Papers: it does not begin with "format": "${BACKUP_FORMAT}".`;
}

function toVersionWords(version: unknown): string {
  return typeof version === 'number' && version > BACKUP_VERSION
    ? `The backup was made by a newer version of Daily Papers (its form is ${version}, this one reads ${BACKUP_VERSION}). Update the extension first.`
    : `The backup does not say which form it has: "version" must be ${BACKUP_VERSION}.`;
}
