import type { StatusFlag } from '../papers/status';
import { TOPIC_FIELDS } from '../topics/topic';
import { toChangedFields } from './join-edits';
import type { JournalRow } from './journal';

const FLAGS: readonly StatusFlag[] = ['read', 'starred', 'later', 'dismissed'];

/** The marks that a row of the journal set or cleared. */
export function toWrittenFlags({ before, after }: JournalRow & { table: 'statuses' }): StatusFlag[] {
  return FLAGS.filter((flag) => (before?.[flag]?.value ?? false) !== (after?.[flag]?.value ?? false));
}

/** The fields of the same paper, topic or setting that later actions wrote. */
export function findWrittenSince({ table, key }: JournalRow, later: readonly JournalRow[]): ReadonlySet<string> {
  return new Set(later.filter((row) => row.table === table && row.key === key).flatMap(toWritten));
}

function toWritten(row: JournalRow): readonly string[] {
  if (row.table === 'statuses') return toWrittenFlags(row);
  if (row.table === 'settings') return ['value'];
  if (row.table === 'seen' || !row.after) return [];
  return row.before ? toChangedFields(row.before, row.after) : TOPIC_FIELDS;
}
