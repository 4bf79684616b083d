import { toActionWords, toUndoWords } from '@/lib/core/journal/action-words';
import { type JournalRow, RESTORE, rowsOf, toSeenRows, type UndoScope } from '@/lib/core/journal/journal';
import type { Seen } from '@/lib/core/papers/paper';
import { readLastAction, readOpenGroup } from '@/lib/db/queries/journal';
import { applyUndo } from '@/lib/db/writes/journal';
import { deleteSeen, putSeen } from '@/lib/db/writes/seen';
import { afterCommit } from './after-commit';
import { afterUserWrite } from './after-user-write';
import { haveHeir } from './heir';
import type { Done } from './mark';
import { applySettings } from './save-setting';

/** Undoes the newest action of `scope` that is not undone, of whichever page and however long ago. */
export async function undoLast(scope: UndoScope): Promise<Done | undefined> {
  for (;;) {
    const last = await readLastAction(scope);
    if (!last) return undefined;
    const done = await undoGroup(last.group);
    // Another page, or an earlier press of the key, was faster: this one means the action before.
    if (done) return done;
  }
}

/**
 * Undoes one action, as far as what it wrote still stands. What does not waits for the undo of what was done since.
 * `undefined` when it is undone already, or so old that the journal has forgotten it.
 */
export async function undoGroup(group: string): Promise<Done | undefined> {
  haveHeir();
  const at = Date.now();
  const unseen = await unsee((await readOpenGroup(group)).rows);
  const undone = await applyUndo({ group, at }).catch(async (error: unknown) => {
    if (unseen.length > 0) await putSeen(unseen);
    throw error;
  });
  if (!undone) return undefined;
  const { rows, plan } = undone;
  // Again: an action that is still under way in its page may have written this half only now, and looked before the
  // other was taken back. A restore writes it first.
  const own = rows.filter(({ action }) => action !== RESTORE);
  await afterCommit(async () => void unseen.push(...(await unsee(own))));
  await applySettings(rowsOf(rows, 'settings').map(({ key }) => key));
  await afterUserWrite();
  const { gone } = plan;
  const ids = new Set([
    ...plan.statuses.map(({ paperId }) => paperId),
    ...gone.statuses,
    ...unseen.map(({ paperId }) => paperId),
  ]);
  const taken = ids.size + [plan.topics, gone.topics, plan.settings, gone.settings].flat().length;
  return { group, count: taken, words: toUndoWords(toWords(rows), { ...plan, taken }) };
}

/**
 * The half of an undo that lies in the other database, first: after a death between the two the action still counts as
 * not undone, and a second undo does the rest.
 */
async function unsee(rows: readonly JournalRow[]): Promise<Seen[]> {
  const seen = rowsOf(rows, 'seen').find(({ after }) => after !== undefined)?.after;
  return seen ? deleteSeen(toSeenRows(seen)) : [];
}

function toWords(rows: readonly JournalRow[]): string {
  const marked = rows.filter(({ table }) => table !== 'seen');
  const last = marked.at(-1) ?? rows.at(-1);
  if (!last) return '';
  return toActionWords(last, last.table === 'seen' ? (last.after?.ids.length ?? 0) : marked.length);
}
