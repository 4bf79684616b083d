import type { PaperId } from '../papers/paper';
import type { Status, StatusFlag } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import { findCountProblem, toFreeName } from '../topics/plan-topics';
import type { Topic, TopicId } from '../topics/topic';
import type { UndoTally } from './action-words';
import { toChangedFields } from './join-edits';
import { type JournalRow, rowsOf } from './journal';

/** The rows an action changed, as they are now. */
export interface UserRows {
  statuses: ReadonlyMap<PaperId, Status>;
  /** All of them, deleted ones too. */
  topics: ReadonlyMap<TopicId, Topic>;
  settings: ReadonlyMap<string, SettingRow>;
}

/** What has to be written so that an action is undone. */
export interface UndoPlan extends UndoTally {
  statuses: Status[];
  topics: Topic[];
  settings: SettingRow[];
  /** Settings that had no row before. */
  clearedSettings: string[];
}

const FLAGS: readonly StatusFlag[] = ['read', 'starred', 'later', 'dismissed'];

/**
 * Takes back what the rows of one action wrote, field by field, where a field still holds what was written: what was
 * changed since, by another page or a later action, stays. Undoing writes values with a new time and removes no row, so
 * that two devices that merge later agree on what came last. `at` is the time of the undo.
 */
export function planUndo(rows: readonly JournalRow[], current: UserRows, at: number): UndoPlan {
  const plan: UndoPlan = { statuses: [], topics: [], settings: [], clearedSettings: [], taken: 0, kept: 0 };
  for (const row of rowsOf(rows, 'statuses')) undoStatus(row, current, at, plan);
  for (const row of rowsOf(rows, 'topics')) undoTopic(row, current, at, plan);
  for (const row of rowsOf(rows, 'settings')) undoSetting(row, current, plan);
  return plan;
}

/**
 * The papers among those an action made seen that are to be new again: not those that stay read or dismissed, since
 * both have been seen.
 */
export function planUnseen(rows: readonly JournalRow[], current: UserRows, plan: UndoPlan): PaperId[] {
  const planned = new Map(plan.statuses.map((status) => [status.paperId, status]));
  return rowsOf(rows, 'seen')
    .flatMap(({ after }) => after?.ids ?? [])
    .filter((id) => {
      const status = planned.get(id) ?? current.statuses.get(id);
      return !status?.read?.value && !status?.dismissed?.value;
    });
}

type RowOf<T extends JournalRow['table']> = JournalRow & { table: T };

function undoStatus(row: RowOf<'statuses'>, { statuses }: UserRows, at: number, plan: UndoPlan): void {
  const status = statuses.get(row.key);
  if (!status) return;
  const undone: Status = { ...status };
  for (const flag of FLAGS) {
    const before = row.before?.[flag]?.value ?? false;
    const after = row.after?.[flag]?.value ?? false;
    const now = status[flag];
    if (before === after || (now?.value ?? false) !== after) continue;
    // Later than what it replaces though the clock was turned back, or a merge would bring that back.
    undone[flag] = { value: before, at: Math.max(at, (now?.at ?? 0) + 1) };
  }
  if (FLAGS.every((flag) => undone[flag] === status[flag])) return;
  plan.statuses.push(undone);
  plan.taken++;
}

function undoTopic(row: RowOf<'topics'>, { topics }: UserRows, at: number, plan: UndoPlan): void {
  const topic = topics.get(row.key);
  const { before, after } = row;
  if (!topic || !after) return;
  // Planned rows count: an import that is undone frees many names and places at once.
  const others = [...new Map([...topics, ...plan.topics.map((one) => [one.id, one] as const)]).values()];
  const undone = before ? undoFields(topic, before, after, others) : undoCreation(topic, after, at);
  if (undone.topic) plan.topics.push({ ...undone.topic, updatedAt: Math.max(at, topic.updatedAt + 1) });
  if (undone.topic) plan.taken++;
  if (undone.isKept) plan.kept++;
  if (undone.problem !== undefined) plan.problem = undone.problem;
}

interface Undone {
  /** With the fields taken back; absent when there are none. */
  topic?: Topic;
  /** Something was changed since and stays. */
  isKept: boolean;
  problem?: string | undefined;
}

/** A new topic goes, unless its name or query were changed since: that is work of its own. */
function undoCreation(topic: Topic, made: Topic, at: number): Undone {
  if (topic.deletedAt !== undefined) return { isKept: false };
  if (topic.name !== made.name || topic.query !== made.query) return { isKept: true };
  return { topic: { ...topic, deletedAt: at }, isKept: false };
}

function undoFields(topic: Topic, before: Topic, after: Topic, others: readonly Topic[]): Undone {
  const changed = toChangedFields(before, after).filter((field) => topic[field] !== before[field]);
  const comesBack = topic.deletedAt !== undefined && before.deletedAt === undefined;
  const problem = comesBack && topic.deletedAt === after.deletedAt ? findCountProblem(others) : undefined;
  const fields = changed.filter(
    (field) => topic[field] === after[field] && (field !== 'deletedAt' || problem === undefined),
  );
  if (fields.length === 0) return { isKept: changed.length > 0, problem };
  const undone: Topic = { ...topic };
  for (const field of fields) {
    if (before[field] === undefined) delete undone[field as 'deletedAt'];
    else Object.assign(undone, { [field]: before[field] });
  }
  // Another topic may bear the name by now.
  if (undone.deletedAt === undefined && (comesBack || undone.name !== topic.name))
    undone.name = toFreeName(undone.name, others, topic.id);
  return { topic: undone, isKept: fields.length < changed.length, problem };
}

function undoSetting({ key, before, after }: RowOf<'settings'>, { settings }: UserRows, plan: UndoPlan): void {
  const value = settings.get(key)?.value;
  if (value === before?.value) return;
  if (value !== after?.value) {
    plan.kept++;
    return;
  }
  if (before) plan.settings.push(before);
  else plan.clearedSettings.push(key);
  plan.taken++;
}
