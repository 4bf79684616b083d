import { digest } from '@/lib/browser/digest';
import { isDownloadBroken, isDownloadThere, removeDownload, saveDownload } from '@/lib/browser/downloads';
import { readVersion } from '@/lib/browser/lifecycle';
import { withLock } from '@/lib/browser/locks';
import { hasDownloadsPermission } from '@/lib/browser/permissions';
import { saveByLink } from '@/lib/browser/save-file';
import {
  BACKUP_FOLDER,
  type BackupState,
  isBackupDue,
  type MadeBackup,
  toBackupName,
} from '@/lib/core/backup/backup-state';
import { addPapers, beginPaperLines, countBytes, type PaperLines } from '@/lib/core/backup/paper-lines';
import { type BackupFile, toBackupFile } from '@/lib/core/backup/to-backup-file';
import { readBackupData } from '@/lib/db/queries/backup';
import { readBackupPapers } from '@/lib/db/queries/backup-papers';
import { readMeta } from '@/lib/db/queries/feed-state';
import { readIsNewer } from '@/lib/db/queries/newer-data';
import { readSettings } from '@/lib/db/queries/user';
import { changeBackupState } from '@/lib/db/writes/backup-state';
import { afterCommit } from './after-commit';

/** Saves a backup now: into its folder where the browser lets us, else as a download like any other. */
export async function backUpNow({ papers = false } = {}): Promise<MadeBackup> {
  const at = Date.now();
  const file = await makeFile(at, papers ? await readPaperLines() : undefined);
  const made = (await hasDownloadsPermission()) ? (await save(file, at)).made : handOver(file, at);
  await afterCommit(() => changeBackupState((state) => ({ ...state, last: made })));
  return made;
}

/**
 * Saves the backup of the schedule where one is due and something has changed, and removes the files beyond those to be
 * kept. For pages, once they stand: user facts change only in pages, so no change waits for a page that never comes. A
 * page that closes meanwhile leaves it due. Never rejects: why there is none is stored and told in the options.
 */
export async function backUpIfDue(): Promise<void> {
  try {
    await withLock('backup', 'try', makeIfDue);
  } catch (error) {
    console.error('no backup was made', error);
  }
}

async function makeIfDue(): Promise<void> {
  const { backupEvery: every, backupKeep: keep } = (await readSettings()).settings;
  const at = Date.now();
  const state = (await readMeta('backup')) ?? {};
  if (!isBackupDue(state, every, at) || !(await hasDownloadsPermission()) || (await readIsNewer())) return;
  try {
    const change = await makeScheduled(state, keep, at);
    await changeBackupState(({ failure: _failure, ...now }) => ({ ...now, ...change, lookedAt: at }));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    await changeBackupState((now) => ({ ...now, failure: { at, words } }));
  }
}

async function makeScheduled(state: BackupState, keep: number, at: number): Promise<BackupState> {
  const kept = await toWhole(state.kept ?? []);
  const newest = kept.at(-1);
  const file = await makeFile(at);
  const isSame = file.checksum === state.checksum && newest !== undefined && (await isDownloadThere(newest));
  const saved = isSame ? undefined : await saveNoted(file, at, kept);
  const all = saved ? [...kept, saved.id] : kept;
  const gone = all.slice(0, Math.max(0, all.length - keep));
  // A file that can't be removed is one too many, and no reason to make the next one at every opening.
  await Promise.allSettled(gone.map(removeDownload));
  const rest = { kept: all.slice(gone.length), checksum: file.checksum };
  return saved ? { ...rest, last: saved.made } : rest;
}

/** Without those a page left half-way: they must not take the place of a whole file among the ones to be kept. */
async function toWhole(ids: readonly number[]): Promise<number[]> {
  const isWhole = await Promise.all(ids.map(async (id) => !(await isDownloadBroken(id))));
  return ids.filter((_, i) => isWhole[i]);
}

/** Notes the file before it is whole: a page that closes in this moment would leave one that nobody ever removes. */
async function saveNoted(file: BackupFile, at: number, kept: number[]): Promise<Saved> {
  const note = (ids: number[]) => afterCommit(() => changeBackupState((state) => ({ ...state, kept: ids })));
  try {
    return await save(file, at, (id) => note([...kept, id]));
  } catch (error) {
    await note(kept);
    throw error;
  }
}

async function makeFile(at: number, papers?: PaperLines): Promise<BackupFile> {
  return toBackupFile(await readBackupData(), { at, app: readVersion() }, digest, papers);
}

async function readPaperLines(): Promise<PaperLines> {
  const lines = beginPaperLines();
  lines.of = await readBackupPapers((papers) => addPapers(lines, papers));
  return lines;
}

interface Saved {
  made: MadeBackup;
  id: number;
}

async function save(file: BackupFile, at: number, onBegun?: (id: number) => Promise<void>): Promise<Saved> {
  const { id, path, bytes } = await saveDownload(`${BACKUP_FOLDER}/${toBackupName(at)}`, file.text, onBegun);
  return { id, made: { at, file: path, bytes, isSaved: true, ...toContents(file) } };
}

function handOver({ text, ...file }: BackupFile, at: number): MadeBackup {
  const name = toBackupName(at);
  saveByLink(name, text);
  return { at, file: name, bytes: countBytes(text), isSaved: false, ...toContents(file) };
}

function toContents({ leftOut, papers }: Pick<BackupFile, 'leftOut' | 'papers'>) {
  return { leftOut, ...(papers && { papers }) };
}
