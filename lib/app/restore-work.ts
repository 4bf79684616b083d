import { digest } from '@/lib/browser/digest';
import { BACKUP_BYTES_LIMIT, type Backup } from '@/lib/core/backup/backup';
import { describeRestore, type RestoreDescription, type RestoreOffer } from '@/lib/core/backup/describe-restore';
import { planRestore } from '@/lib/core/backup/plan-restore';
import { type BackupResult, readBackupFile } from '@/lib/core/backup/read-backup-file';
import { toRestoredWords } from '@/lib/core/backup/restored-words';
import { toActionWords } from '@/lib/core/journal/action-words';
import { rowsOf } from '@/lib/core/journal/journal';
import type { Seen } from '@/lib/core/papers/paper';
import { readRowsOf } from '@/lib/db/queries/backup';
import { applyRestore } from '@/lib/db/writes/restore';
import { toFullDisk } from './full-disk';
import { canReadFeed, previewPapers, previewPruning, withPapers } from './restore-papers';

/*
 * What a restore reads and writes. A thread of its own runs it where there is one: nothing here asks for what only a page
 * has, the extension's own APIs.
 */

const OWN_WITHOUT_ROOM = 'the topics, marks and settings of this backup have no room; make some and try again';

const LEFT_OUT = 'Its papers were left out: the stored ones can’t be opened here.';

export interface RestoreWants {
  /** Those of the file too. */
  papers: boolean;
  /** What was made before is lost, and the second copy with it: it begins with this. */
  beginsCopy: boolean;
}

/** What a restore has written, in what another thread can be told. */
export interface WrittenBackup {
  /** How many rows were changed, or papers made seen; 0: nothing that can be undone. */
  count: number;
  /** In a sentence; absent where nothing was written. */
  words?: string;
  /** Rows of what the user made were written. */
  isOwn: boolean;
  /** Keys of the settings that were written. */
  settings: string[];
  /** Said in any case. */
  note?: string;
}

/** Where the file can't be compared with what is here. */
function toUnreadWords(error: unknown): string {
  const why = String(error).split('\n')[0]?.replace(/\.$/, '');
  return `What you made can’t be read here, to be compared with the file (${why}).`;
}

/** What restoring a file would do now, or why it is no backup; with the backup, to be restored. Never rejects. */
export async function offerRestore(file: Blob): Promise<{ offer: RestoreOffer; backup?: Backup }> {
  const refuse = (problem: string) => ({ offer: { ok: false as const, problem } });
  // A film is not read into memory to find out that it is none.
  if (file.size > BACKUP_BYTES_LIMIT) return refuse('The file is too large to be a backup (over 100 MB).');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refuse('The browser could not read the file.');
  }
  const result = await readBackup(bytes);
  if (!result.ok) return refuse(result.problem);
  const { backup } = result;
  const { made, app } = backup;
  try {
    return { backup, offer: { ok: true, made, app, description: await previewRestore(backup) } };
  } catch (error) {
    return refuse(toUnreadWords(error));
  }
}

/** Reads the bytes of a backup, or says why they are none. Never rejects, and writes nothing. */
export function readBackup(bytes: Uint8Array): Promise<BackupResult> {
  return readBackupFile(bytes, digest, () => new Promise((resolve) => setTimeout(resolve)));
}

/** What restoring it would do now. Writes nothing. */
export async function previewRestore({ data }: Backup): Promise<RestoreDescription> {
  const plan = planRestore(data, await readRowsOf(data));
  try {
    const papers = data.papers && (await previewPapers(data.papers, plan));
    const pruning = await previewPruning(plan);
    return describeRestore(plan, { papers, ...(pruning ? { pruning } : {}) });
  } catch (error) {
    // What the user made lies in the other database: it must not wait for this one to be mended.
    console.error('no preview of the papers', error);
    return describeRestore(plan, data.papers ? { isWithoutFeed: true } : {});
  }
}

/**
 * Merges a backup into what is here, as one action that can be undone. Its papers only where they are wanted, for on a full
 * disk there may be room for the rest alone, and where what is stored of the feed can be opened.
 */
export async function writeBackup(
  { data }: Backup,
  action: { group: string; at: number },
  { papers: wantsPapers, beginsCopy }: RestoreWants,
): Promise<WrittenBackup> {
  const restoreOwn = (newlySeen?: readonly Seen[]) =>
    applyRestore(action, data, { newlySeen, beginsCopy }).catch(toFullDisk(OWN_WITHOUT_ROOM));
  const wanted = wantsPapers ? data.papers : undefined;
  const isLeftOut = wanted !== undefined && !(await canReadFeed());
  const papers = isLeftOut ? undefined : wanted;
  const { result, hasWritten, ...what } = papers
    ? await withPapers(papers, planRestore(data, await readRowsOf(data)), restoreOwn)
    : { result: await restoreOwn(), added: 0, isPlaced: false, hasWritten: false };
  const last = result.at(-1);
  const count = result.filter(({ table }) => table !== 'seen').length;
  const seen = rowsOf(result, 'seen')[0]?.after?.ids.length ?? 0;
  const own = last && toActionWords(last, count || seen);
  return {
    count: count + seen,
    ...(last || hasWritten ? { words: toRestoredWords(what, own) } : {}),
    isOwn: last !== undefined,
    settings: rowsOf(result, 'settings').map(({ key }) => key),
    ...(isLeftOut ? { note: LEFT_OUT } : {}),
  };
}
