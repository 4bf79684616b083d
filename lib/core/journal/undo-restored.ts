import { type TakenBack, toTakenBack } from '../copy/outbox';
import { isSameValue } from '../merge/canonical';
import { type Status, toStatus } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import type { Topic } from '../topics/topic';
import { type JournalRow, RESTORE } from './journal';
import type { UserRows } from './plan-undo';

/** The rows an undo puts back as they were, and the keys of those that were not there. */
export interface PutBack {
  statuses: Status[];
  topics: Topic[];
  settings: SettingRow[];
  gone: { statuses: string[]; topics: string[]; settings: string[] };
  /** All of these: no newer time tells the second copy of them. */
  takenBack: TakenBack[];
}

/**
 * Puts the row of a restore back exactly as it was, where nothing has touched it since: its old times too, so that the
 * same backup can be restored again and its values win again. False where something has: then it is undone like any other action.
 */
export function putBack(plan: PutBack, row: JournalRow, current: UserRows): boolean {
  if (row.action !== RESTORE || row.table === 'seen') return false;
  const { before } = row;
  if (!isSameValue(toCurrent(row, current), row.after)) return false;
  plan.takenBack.push(toTakenBack(row.table, row.key));
  if (before === undefined) plan.gone[row.table].push(row.key);
  else if (row.table === 'statuses') plan.statuses.push(before as Status);
  else if (row.table === 'topics') plan.topics.push(before as Topic);
  else plan.settings.push(before as SettingRow);
  return true;
}

function toCurrent({ table, key }: JournalRow, { statuses, topics, settings }: UserRows): unknown {
  if (table === 'topics') return topics.get(key);
  if (table === 'settings') return settings.get(key);
  const status = statuses.get(key);
  return status && toStatus(status);
}
