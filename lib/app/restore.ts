import { digest } from '@/lib/browser/digest';
import type { Backup } from '@/lib/core/backup/backup';
import { describeRestore, type RestoreDescription } from '@/lib/core/backup/describe-restore';
import { planRestore } from '@/lib/core/backup/plan-restore';
import { type BackupResult, readBackupFile } from '@/lib/core/backup/read-backup-file';
import { toRestoredWords } from '@/lib/core/backup/restored-words';
import { toActionWords } from '@/lib/core/journal/action-words';
import { rowsOf } from '@/lib/core/journal/journal';
import type { Seen } from '@/lib/core/papers/paper';
import { readRowsOf } from '@/lib/db/queries/backup';
import { applyRestore } from '@/lib/db/writes/restore';
import { afterUserWrite } from './after-user-write';
import { toFullDisk } from './full-disk';
import { beginAction, type Done, toNothing } from './mark';
import { previewPapers, withPapers } from './restore-papers';
import { applySettings } from './save-setting';

const OWN_WITHOUT_ROOM = 'the topics, marks and settings of this backup have no room; make some and try again';

/** Reads the bytes of a backup, or says why they are none. Never rejects, and writes nothing. */
export function readBackup(bytes: Uint8Array): Promise<BackupResult> {
  return readBackupFile(bytes, digest, () => new Promise((resolve) => setTimeout(resolve)));
}

/** What restoring it would do now. Writes nothing. */
export async function previewRestore({ data }: Backup): Promise<RestoreDescription> {
  const plan = planRestore(data, await readRowsOf(data));
  return describeRestore(plan, data.papers && (await previewPapers(data.papers, plan)));
}

/**
 * Merges a backup into what is here, as one action that can be undone, and makes its settings take effect. Its papers only
 * where they are wanted: on a full disk there may be room for the rest alone.
 */
export async function restoreBackup({ data }: Backup, wants = { papers: true }): Promise<Done> {
  const action = beginAction();
  const restoreOwn = (newlySeen?: readonly Seen[]) =>
    applyRestore(action, data, newlySeen).catch(toFullDisk(OWN_WITHOUT_ROOM));
  const papers = wants.papers ? data.papers : undefined;
  const { result, hasWritten, ...what } = papers
    ? await withPapers(papers, planRestore(data, await readRowsOf(data)), restoreOwn)
    : { result: await restoreOwn(), added: 0, isPlaced: false, hasWritten: false };
  const last = result.at(-1);
  if (!last && !hasWritten) return toNothing(action.group);
  if (last) await applySettings(rowsOf(result, 'settings').map(({ key }) => key));
  await afterUserWrite();
  const count = result.filter(({ table }) => table !== 'seen').length;
  const seen = rowsOf(result, 'seen')[0]?.after?.ids.length ?? 0;
  const own = last && toActionWords(last, count || seen);
  return { group: action.group, count: count + seen, words: toRestoredWords(what, own) };
}
