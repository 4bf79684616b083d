import { toActionWords } from '@/lib/core/journal/action-words';
import type { PaperId } from '@/lib/core/papers/paper';
import type { StatusFlag } from '@/lib/core/papers/status';
import { isSeenTakenBack } from '@/lib/db/queries/journal';
import { readTitles } from '@/lib/db/queries/statuses';
import { applyUndo, dropGroup } from '@/lib/db/writes/journal';
import { deleteSeen, readUnseen, writeSeen } from '@/lib/db/writes/seen';
import { journalSeen, type Markable, writeFlags } from '@/lib/db/writes/user';
import { afterCommit } from './after-commit';
import { afterUserWrite } from './after-user-write';
import { haveHeir } from './heir';
import { refreshBadge } from './refresh-badge';

/** What an action did. */
export interface Done {
  /** Names the action for `undoGroup`. */
  group: string;
  /** How many papers, topics or settings changed; 0: nothing did, and there is nothing to undo. */
  count: number;
  /** In a sentence. */
  words: string;
}

/** The papers were shown: they are not new any more. By itself, so there is nothing to undo. */
export async function markSeen(ids: readonly PaperId[]): Promise<void> {
  if ((await writeSeen(ids, Date.now())) > 0) await afterCommit(refreshBadge);
}

/** The user says that the papers are not new any more. */
export async function markSeenByHand(ids: readonly PaperId[]): Promise<Done> {
  const action = beginAction();
  const unseen = await readUnseen([...new Set(ids)]);
  if (unseen.length === 0) return toNothing(action.group);
  await journalSeen(action, unseen);
  await writeJournalledSeen(action, unseen);
  await afterCommit(refreshBadge);
  return { group: action.group, count: unseen.length, words: toSeenWords(unseen) };
}

/**
 * Sets or clears a state of papers, as one action. Papers that were read or dismissed have been seen.
 */
export async function setFlag(papers: Markable | readonly Markable[], flag: StatusFlag, value: boolean): Promise<Done> {
  const action = beginAction();
  const all = [...new Map([papers].flat().map((paper) => [paper.id, paper])).values()];
  const isSeen = value && (flag === 'read' || flag === 'dismissed');
  const unseen = isSeen ? await readUnseen(all.map(({ id }) => id)) : [];
  const rows = await writeFlags(action, all, flag, value, unseen);
  const count = new Set([...rows.map(({ key }) => key), ...unseen]).size;
  if (count === 0) return toNothing(action.group);
  if (unseen.length > 0) await writeJournalledSeen(action, unseen);
  await afterUserWrite();
  const last = rows.at(-1);
  return { group: action.group, count, words: last ? toActionWords(last, rows.length) : toSeenWords(unseen) };
}

/** What `setFlag` needs of marked papers that are not loaded. */
export function readMarkables(ids: readonly PaperId[]): Promise<Markable[]> {
  return readTitles(ids);
}

/** One action of the user, now. */
export function beginAction(): { group: string; at: number } {
  haveHeir();
  return { group: crypto.randomUUID(), at: Date.now() };
}

export function toNothing(group: string): Done {
  return { group, count: 0, words: 'Nothing changed.' };
}

/**
 * Writes what the journal says already. In this order: no transaction spans both databases, and a death between the two
 * must leave an undo that finds nothing to take back, not papers that no undo makes new again. A write that is refused
 * takes the other half back: half an action must not stay.
 */
async function writeJournalledSeen(action: { group: string; at: number }, ids: PaperId[]): Promise<void> {
  try {
    await writeSeen(ids, action.at);
  } catch (error) {
    await applyUndo(action);
    await dropGroup(action.group);
    throw error;
  }
  // An undo between the two has found nothing to take back here, and no later one looks again.
  if (await isSeenTakenBack(action.group)) await deleteSeen(ids.map((paperId) => ({ paperId, at: action.at })));
}

function toSeenWords(ids: PaperId[]): string {
  return toActionWords({ at: 0, action: 'seen', table: 'seen', key: '' }, ids.length);
}
