import { isSameValue } from '../merge/canonical';
import { STATUS_FIELDS, type StatusField } from '../merge/merge-status';
import type { Status } from '../papers/status';
import { TOPIC_FIELDS } from '../topics/topic';
import { toChangedFields } from './join-edits';
import type { JournalRow } from './journal';

/** What a field of a status says; one that was never written says what a cleared one does. */
export function toMark(status: Status | undefined, field: StatusField): boolean | string | string[] {
  return status?.[field]?.value ?? (field === 'note' ? '' : field === 'tags' ? [] : false);
}

/** The marks that a row of the journal set or cleared. */
export function toWrittenMarks({ before, after }: JournalRow & { table: 'statuses' }): StatusField[] {
  return STATUS_FIELDS.filter((field) => !isSameValue(toMark(before, field), toMark(after, field)));
}

/** The fields of the same paper, topic or setting that later actions wrote. */
export function findWrittenSince({ table, key }: JournalRow, later: readonly JournalRow[]): ReadonlySet<string> {
  return new Set(later.filter((row) => row.table === table && row.key === key).flatMap(toWritten));
}

function toWritten(row: JournalRow): readonly string[] {
  if (row.table === 'statuses') return toWrittenMarks(row);
  if (row.table === 'settings') return ['value'];
  if (row.table === 'seen' || !row.after) return [];
  return row.before ? toChangedFields(row.before, row.after) : TOPIC_FIELDS;
}
