import { clearNotice } from '@/lib/browser/copy-notice';
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
import { readIsLost } from './check-copy';
import { toFullDisk } from './full-disk';
import { beginAction, type Done, toNothing } from './mark';
import { canReadFeed, previewPapers, previewPruning, withPapers } from './restore-papers';
import { applySettings } from './save-setting';

const OWN_WITHOUT_ROOM = 'the topics, marks and settings of this backup have no room; make some and try again';

const LEFT_OUT = 'Its papers were left out: the stored ones can’t be opened here.';

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
 * Merges a backup into what is here, as one action that can be undone, and makes its settings take effect. Its papers only
 * where they are wanted, for on a full disk there may be room for the rest alone, and where what is stored of the feed can
 * be opened. After a loss of all there was it is the decision to begin anew that the note asks for.
 */
export async function restoreBackup({ data }: Backup, wants = { papers: true }): Promise<Done> {
  const action = beginAction();
  const beginsCopy = await readIsLost().catch(() => false);
  const restoreOwn = (newlySeen?: readonly Seen[]) =>
    applyRestore(action, data, { newlySeen, beginsCopy }).catch(toFullDisk(OWN_WITHOUT_ROOM));
  const wanted = wants.papers ? data.papers : undefined;
  const isLeftOut = wanted !== undefined && !(await canReadFeed());
  const papers = isLeftOut ? undefined : wanted;
  const { result, hasWritten, ...what } = papers
    ? await withPapers(papers, planRestore(data, await readRowsOf(data)), restoreOwn)
    : { result: await restoreOwn(), added: 0, isPlaced: false, hasWritten: false };
  const last = result.at(-1);
  const toDone = (done: Done): Done => (isLeftOut ? { ...done, words: `${done.words} ${LEFT_OUT}` } : done);
  if (!last && !hasWritten) return toDone(toNothing(action.group));
  // Answered: what could be brought back stands here again, and the copy has begun anew.
  if (last && beginsCopy) clearNotice({ kind: 'lost' });
  if (last) await applySettings(rowsOf(result, 'settings').map(({ key }) => key));
  await afterUserWrite();
  const count = result.filter(({ table }) => table !== 'seen').length;
  const seen = rowsOf(result, 'seen')[0]?.after?.ids.length ?? 0;
  const own = last && toActionWords(last, count || seen);
  return toDone({ group: action.group, count: count + seen, words: toRestoredWords(what, own) });
}
