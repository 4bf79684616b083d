import { toStatusPart } from '@/lib/core/copy/outbox';
import { type JournalRow, toScope } from '@/lib/core/journal/journal';
import { planUndo, type UndoPlan } from '@/lib/core/journal/plan-undo';
import { toStoredStatus } from '@/lib/core/papers/status';
import { readOpenGroup } from '../queries/journal';
import { userDb } from '../user-database';
import { markStale } from './outbox';

/** One action of the user. */
export interface Action {
  group: string;
  at: number;
}

/** Enough to undo long after; older rows go, so that ten years of clicks stay small. */
const JOURNAL_ROWS = 2_000;
/** Looked at once in so many rows. */
const PRUNE_EVERY = 100;

/** Writes down an action, inside the transaction that does it. */
export async function journal(rows: readonly JournalRow[]): Promise<void> {
  if (rows.length === 0) return;
  const seq = await userDb.journal.bulkAdd(rows);
  if (Math.floor(seq / PRUNE_EVERY) > Math.floor((seq - rows.length) / PRUNE_EVERY)) await prune(seq - JOURNAL_ROWS);
}

/** Half an action must not be left: undone, it would leave the other half as no page ever made it. */
async function prune(below: number): Promise<void> {
  const kept = await userDb.journal.where('seq').aboveOrEqual(below).first();
  // The rows of a group stand together: they are written in one transaction.
  const first = kept?.group === undefined ? kept : await userDb.journal.where('group').equals(kept.group).first();
  await userDb.journal
    .where('seq')
    .below(first?.seq ?? below)
    .delete();
}

/** What was undone, and what of it could be. */
export interface UndoneGroup {
  rows: JournalRow[];
  plan: UndoPlan;
}

/**
 * Undoes what is left of a group in one transaction, and marks what it took: a second undo finds the rest, or nothing.
 * `undefined` when there is nothing, since another page may have been faster.
 */
export async function applyUndo({ group, at }: Action): Promise<UndoneGroup | undefined> {
  const { statuses, topics, settings, journal: rowsOfJournal, outbox } = userDb;
  return userDb.transaction('rw', statuses, topics, settings, rowsOfJournal, outbox, async () => {
    const { rows, current } = await readOpenGroup(group);
    if (rows.length === 0) return undefined;
    const plan = planUndo(rows, current, at);
    await statuses.bulkPut(plan.statuses.map(toStoredStatus));
    await topics.bulkPut(plan.topics);
    await settings.bulkPut(plan.settings);
    await statuses.bulkDelete(plan.gone.statuses);
    await topics.bulkDelete(plan.gone.topics);
    await settings.bulkDelete(plan.gone.settings);
    await markStale([
      ...plan.statuses.map(({ paperId }) => toStatusPart(paperId)),
      ...(plan.topics.length > 0 ? (['topics'] as const) : []),
      ...(plan.settings.length > 0 ? (['settings'] as const) : []),
      ...plan.takenBack,
    ]);
    const left = new Map(plan.left.map((row) => [row.seq, row]));
    await rowsOfJournal.bulkPut(rows.map((row) => toPlain(left.get(row.seq)) ?? close(row, at)));
    return { rows, plan };
  });
}

/** What is left of a restore waits for what was done by hand since, and is taken back after that like a part of it. */
function toPlain(row: JournalRow | undefined): JournalRow | undefined {
  return row?.open === undefined ? row : { ...row, open: toScope(row.open) };
}

function close({ open: _open, ...row }: JournalRow, at: number): JournalRow {
  return { ...row, undone: at };
}

/** Takes a group out of the journal, as if it had not been done: its other half could not be stored. */
export async function dropGroup(group: string): Promise<void> {
  await userDb.journal.where('group').equals(group).delete();
}
