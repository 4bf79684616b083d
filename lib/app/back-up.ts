import { digest } from '@/lib/browser/digest';
import { canSaveDownloads, isDownloadGone, removeDownload, saveDownload } from '@/lib/browser/downloads';
import { readVersion } from '@/lib/browser/lifecycle';
import { withLock } from '@/lib/browser/locks';
import { hasDownloadsPermission } from '@/lib/browser/permissions';
import { saveByLink } from '@/lib/browser/save-file';
import {
  type BackupSlots,
  beginSlot,
  endSlot,
  toNoSlots,
  toSlotName,
  toSurplus,
  withoutGone,
} from '@/lib/core/backup/backup-slots';
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
  const canSave = canSaveDownloads() && (await hasDownloadsPermission());
  const made = canSave ? await save(file, at) : handOver(file, at);
  await afterCommit(() => changeBackupState((state) => ({ ...state, last: made })));
  return made;
}

/**
 * Saves the backup of the schedule where one is due and something has changed, over the oldest of those to be kept. For
 * pages, once they stand: user facts change only in pages, so no change waits for a page that never comes. A page that
 * closes meanwhile leaves it due. Never rejects: why there is none is stored and told in the options.
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
  const known = await toThere(state.slots ?? toNoSlots(crypto.randomUUID().slice(0, 8)));
  const file = await makeFile(at);
  const newest = known.held.at(-1);
  const isSame = newest?.checksum === file.checksum && newest.leftOut === file.leftOut;
  const saved = isSame ? undefined : await saveIntoSlot(file, at, known, keep);
  const slots = saved?.slots ?? known;
  const surplus = toSurplus(slots, keep);
  // One that can't be removed, as in Firefox one of an earlier session, stays and is none of ours any more.
  await Promise.allSettled(surplus.map(({ file }) => removeDownload(file)));
  const kept = { slots: { ...slots, held: slots.held.filter((slot) => !surplus.includes(slot)) } };
  return saved ? { ...kept, last: saved.made } : kept;
}

async function toThere(slots: BackupSlots): Promise<BackupSlots> {
  const isGone = await Promise.all(slots.held.map(({ file }) => isDownloadGone(file)));
  const gone = slots.held.filter((_, i) => isGone[i]);
  return withoutGone(slots, gone);
}

async function saveIntoSlot(file: BackupFile, at: number, known: BackupSlots, keep: number) {
  const { number, begun } = beginSlot(known, keep);
  // Before: the file of a page that dies while it saves would be known to nobody, and stay for ever.
  await afterCommit(() => changeBackupState((state) => ({ ...state, slots: begun })));
  const made = await save(file, at, toSlotName(begun, number));
  const { checksum, leftOut } = file;
  return { made, slots: endSlot(begun, { number, file: made.file, at, checksum, leftOut }) };
}

async function makeFile(at: number, papers?: PaperLines): Promise<BackupFile> {
  return toBackupFile(await readBackupData(), { at, app: readVersion() }, digest, papers);
}

async function readPaperLines(): Promise<PaperLines> {
  const lines = beginPaperLines();
  lines.of = await readBackupPapers((papers) => addPapers(lines, papers));
  return lines;
}

async function save(file: BackupFile, at: number, slot?: string): Promise<MadeBackup> {
  const name = `${BACKUP_FOLDER}/${slot ?? toBackupName(at)}`;
  const { path, bytes } = await saveDownload(name, file.text, { overwrite: slot !== undefined });
  return { at, file: path, bytes, isSaved: true, ...toContents(file) };
}

function handOver({ text, ...file }: BackupFile, at: number): MadeBackup {
  const name = toBackupName(at);
  saveByLink(name, text);
  return { at, file: name, bytes: countBytes(text), isSaved: false, ...toContents(file) };
}

function toContents({ leftOut, papers }: Pick<BackupFile, 'leftOut' | 'papers'>) {
  return { leftOut, ...(papers && { papers }) };
}
