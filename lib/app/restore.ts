import { clearNotice, readNotices } from '@/lib/browser/copy-notice';
import { DEFAULT_SETTINGS } from '@/lib/core/settings/settings';
import { readMeta } from '@/lib/db/queries/feed-state';
import { afterCommit } from './after-commit';
import { afterUserWrite } from './after-user-write';
import { askSync } from './ask-sync';
import { BrokenOffError } from './broken-off';
import { readIsLost } from './check-copy';
import { beginAction, type Done, toNothing } from './mark';
import type { Restorer } from './restorer';
import { applySettings } from './save-setting';

/**
 * Restores what `restorer` has read, as one action that can be undone, and makes its settings take effect. After a loss of
 * all there was it is the decision to begin anew that the note asks for.
 * @throws Error in words for the user when it could not be stored, or was broken off
 */
export async function restoreBackup(restorer: Pick<Restorer, 'restore'>, wants = { papers: true }): Promise<Done> {
  const action = beginAction();
  const { group } = action;
  const beginsCopy = await readIsLost().catch(() => false);
  const { words, count, isOwn, settings, note } = await restorer
    .restore(action, { ...wants, beginsCopy })
    .finally(() => void afterCommit(goOnReading))
    .catch(async (error: unknown) => {
      if (error instanceof BrokenOffError) await followWhatCame(beginsCopy);
      throw error;
    });
  const toDone = (done: Done): Done => (note === undefined ? done : { ...done, words: `${done.words} ${note}` });
  if (words === undefined) return toDone(toNothing(group));
  // Answered: what could be brought back stands here again, and the copy has begun anew.
  if (isOwn && readNotices().some(({ kind }) => kind === 'lost')) clearNotice({ kind: 'lost' });
  if (isOwn) await applySettings(settings);
  await afterUserWrite();
  return toDone({ group, count, words });
}

/** It may have ended behind the last write: what follows from that waits for it, and what has begun anew is no loss. */
async function followWhatCame(beginsCopy: boolean): Promise<void> {
  if (beginsCopy && !(await readIsLost().catch(() => true))) clearNotice({ kind: 'lost' });
  // Nobody knows which came, and none is the worse for it.
  await applySettings(Object.keys(DEFAULT_SETTINGS));
  await afterUserWrite();
}

/** A reading that had to stop for the papers goes on now: its own alarm rings only in half a minute. */
async function goOnReading(): Promise<void> {
  if (await readMeta('job')) await askSync('page');
}
