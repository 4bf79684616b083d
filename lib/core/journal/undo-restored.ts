import { type TakenBack, toTakenBack } from '../copy/outbox';
import { isSameValue } from '../merge/canonical';
import { toFieldTime } from '../merge/merge-topic';
import { type Status, toStatus } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import { TOPIC_FIELDS, type Topic } from '../topics/topic';
import { type JournalRow, RESTORE, type TopicChange } from './journal';
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
 * same backup can be restored again and its values win again. A topic that was only moved since keeps its place and counts
 * as untouched: deleted anew, later than the file, it would never come back from that. False where something has touched
 * the row: then it is undone like any other action.
 */
export function putBack(plan: PutBack, row: JournalRow, current: UserRows, at: number): boolean {
  if (row.action !== RESTORE || row.table === 'seen') return false;
  const now = toCurrent(row, current);
  const isMoved = row.table === 'topics' && isOnlyMoved(now as Topic | undefined, row);
  if (!isMoved && !isSameValue(now, row.after)) return false;
  const before = isMoved ? toPlace(row, now as Topic, at) : row.before;
  plan.takenBack.push(toTakenBack(row.table, row.key));
  if (before === undefined) plan.gone[row.table].push(row.key);
  else if (row.table === 'statuses') plan.statuses.push(before as Status);
  else if (row.table === 'topics') plan.topics.push(before as Topic);
  else plan.settings.push(before as SettingRow);
  return true;
}

/**
 * True where nothing but its place was changed since, and the restore had not changed that: of two changes of a place only
 * the newer can be undone.
 */
function isOnlyMoved(topic: Topic | undefined, { before, after }: TopicChange): boolean {
  if (!topic || !after || (before && before.position !== after.position)) return false;
  return (
    topic.position !== after.position &&
    TOPIC_FIELDS.every(
      (field) =>
        field === 'position' ||
        (topic[field] === after[field] && toFieldTime(topic, field) === toFieldTime(after, field)),
    )
  );
}

/**
 * The topic as it was, where it stands now. One that was not there is deleted and keeps its place, which the user gave it;
 * with no newer time for its end, so that it comes back with the same backup as it would without a row.
 */
function toPlace({ before, after }: TopicChange, now: Topic, at: number): Topic {
  const was = before ?? { ...(after ?? now), deletedAt: at };
  const times = Object.fromEntries(TOPIC_FIELDS.map((field) => [field, toFieldTime(before ?? after ?? now, field)]));
  return { ...was, position: now.position, times: { ...times, position: toFieldTime(now, 'position') } };
}

function toCurrent({ table, key }: JournalRow, { statuses, topics, settings }: UserRows): unknown {
  if (table === 'topics') return topics.get(key);
  if (table === 'settings') return settings.get(key);
  const status = statuses.get(key);
  return status && toStatus(status);
}
