import { toTakenBack } from '../copy/outbox';
import { isSameValue } from '../merge/canonical';
import { toStamped } from '../merge/later';
import { stampTopic } from '../merge/merge-topic';
import type { PaperId } from '../papers/paper';
import type { Status } from '../papers/status';
import { type SettingRow, toSettings } from '../settings/settings';
import { isShorter } from '../sync/retention';
import type { Topic, TopicId } from '../topics/topic';
import type { UndoTally } from './action-words';
import { type JournalRow, RESTORE, rowsOf } from './journal';
import { type PutBack, putBack } from './undo-restored';
import { undoTopic } from './undo-topic';
import { findWrittenSince, toMark, toWrittenMarks } from './written';

/** The rows an action changed, as they are now. */
export interface UserRows {
  statuses: ReadonlyMap<PaperId, Status>;
  /** All of them, deleted ones too. */
  topics: ReadonlyMap<TopicId, Topic>;
  settings: ReadonlyMap<string, SettingRow>;
  /** What was done after the action in the same place and can still be undone. */
  later: readonly JournalRow[];
}

/** What has to be written so that an action is undone. */
export interface UndoPlan extends UndoTally, PutBack {
  /** What of the action stays, to be undone after what was done since. Of the newest action nothing: it would be asked for ever. */
  left: JournalRow[];
}

/** What has to be done for one row of the journal; a part of a plan. */
export interface RowPlan<Row> {
  /** With the fields taken back; absent when there are none. */
  undone?: Row;
  /** Something was changed since and stays. */
  isKept: boolean;
  /** What stays of the journal's row, where that is not all or nothing. */
  rest?: JournalRow | undefined;
  problem?: string | undefined;
}

/**
 * Takes back what the rows of one action wrote, field by field. Of the open actions that wrote a field only the newest
 * can be undone: without this an older one would restore what a later one changed and leave that nothing to go back to.
 * What was changed without the journal stays too. Undoing writes values with a new time and removes no row, so that two
 * devices that merge later agree on what came last; only what a restore wrote is put back as it was. `at` is the time of
 * the undo.
 */
export function planUndo(rows: readonly JournalRow[], current: UserRows, at: number): UndoPlan {
  const gone = { statuses: [], topics: [], settings: [] };
  const plan: UndoPlan = { statuses: [], topics: [], settings: [], gone, takenBack: [], left: [], taken: 0, kept: 0 };
  const free = rows.filter((row) => !isShorterKeeping(row, current));
  const others = free.filter((row) => !putBack(plan, row, current, at));
  plan.taken = free.length - others.length;
  if (free.length < rows.length) {
    // Not left to be undone later either: that would be as unasked.
    plan.kept++;
    plan.problem = 'How long papers are kept stays as it is: older ones would be deleted.';
  }
  for (const row of rowsOf(others, 'statuses')) {
    const undone = tally(plan, row, undoStatus(row, current, at));
    if (!undone) continue;
    plan.statuses.push(undone);
    if (row.action === RESTORE) plan.takenBack.push(toTakenBack('statuses', row.key));
  }
  for (const row of rowsOf(others, 'topics')) {
    // Planned rows count: an import that is undone frees many names and places at once.
    const topics = new Map([...current.topics, ...plan.topics.map((topic) => [topic.id, topic] as const)]);
    const undone = tally(plan, row, undoTopic(row, { ...current, topics }, at));
    if (undone) {
      const stamped = stampTopic(current.topics.get(row.key), undone, at);
      plan.topics.push({ ...stamped, updatedAt: Math.max(at, undone.updatedAt + 1) });
    }
  }
  for (const row of rowsOf(others, 'settings')) {
    const undone = tally(plan, row, undoSetting(row, current));
    const stamp = Math.max(at, (current.settings.get(row.key)?.at ?? -1) + 1);
    // Without a value where there was no row: the default holds again, and a merge must know since when.
    if (undone) plan.settings.push({ ...(undone.before ?? { key: row.key }), at: stamp });
  }
  return current.later.length > 0 ? plan : { ...plan, left: [] };
}

/** Papers would go by this row's undo, and nobody be asked: only a choice in the options asks, with their number. */
function isShorterKeeping(row: JournalRow, { settings }: UserRows): boolean {
  if (row.table !== 'settings' || row.key !== 'keepDays') return false;
  const toKept = (stored: SettingRow | undefined) => toSettings(stored ? [stored] : []).settings.keepDays;
  return isShorter(toKept(row.before), toKept(settings.get(row.key)));
}

function tally<Row>(plan: UndoPlan, row: JournalRow, { undone, isKept, rest, problem }: RowPlan<Row>): Row | undefined {
  if (undone) plan.taken++;
  if (isKept) plan.kept++;
  if (problem !== undefined) plan.problem = problem;
  if (rest || isKept) plan.left.push(rest ?? row);
  return undone;
}

type RowOf<T extends JournalRow['table']> = JournalRow & { table: T };

function undoStatus(row: RowOf<'statuses'>, { statuses, later }: UserRows, at: number): RowPlan<Status> {
  const status = statuses.get(row.key);
  if (!status) return { isKept: false };
  const since = findWrittenSince(row, later);
  const undone: Status = { ...status };
  const written = toWrittenMarks(row);
  for (const mark of written.filter((mark) => !since.has(mark))) {
    if (!isSameValue(toMark(status, mark), toMark(row.after, mark))) continue;
    if (row.action === RESTORE && isSameValue(status[mark], row.after?.[mark])) {
      // With its old time, or the mark would be cleared later than the file and never come back from that.
      if (row.before?.[mark]) Object.assign(undone, { [mark]: row.before[mark] });
      else delete undone[mark];
      continue;
    }
    Object.assign(undone, { [mark]: toStamped(toMark(row.before, mark), at, status[mark]) });
  }
  const isKept = written.some((mark) => since.has(mark));
  return written.some((mark) => undone[mark] !== status[mark]) ? { undone, isKept } : { isKept };
}

function undoSetting(row: RowOf<'settings'>, { settings, later }: UserRows): RowPlan<RowOf<'settings'>> {
  const value = settings.get(row.key)?.value;
  if (findWrittenSince(row, later).size > 0) return { isKept: true };
  if (value === row.before?.value) return { isKept: false };
  return value === row.after?.value ? { undone: row, isKept: false } : { isKept: true };
}
