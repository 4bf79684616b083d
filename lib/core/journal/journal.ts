import type { PaperId, Seen } from '../papers/paper';
import type { Status } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import type { Topic } from '../topics/topic';

/** Where an action belongs. */
export type ActionScope = 'papers' | 'topics' | 'settings';

/** What an undo looks at; `popup`: what can be done there, papers and topics. */
export type UndoScope = ActionScope | 'popup' | 'all';

/** The action of taking a backup in: its undo puts untouched rows back as they were, to the moment. */
export const RESTORE = 'restore';

/** Papers that an action made seen, in the other database: only those that were new until then. */
export interface NewlySeen {
  ids: PaperId[];
  /** The time their rows bear: a row with another time was written by something else. */
  at: number;
  /** Of each, where they are not of one moment: a backup knows when each was shown. */
  times?: number[];
}

interface Head {
  /** Ascending; given by the database. */
  seq?: number;
  at: number;
  /** One action of the user, however many rows it changed. Absent in rows of version 1, which can't be undone. */
  group?: string;
  /** What was done, e.g. `topic:delete`. */
  action: string;
  /** The id of the paper or topic, the key of the setting; empty for `seen`. */
  key: string;
  /** Present while the action can be undone; the index by which the newest one is found. */
  open?: ActionScope;
  /** When it was undone. */
  undone?: number;
}

interface Change<T extends string, Row> {
  table: T;
  /** The row before and after; absent where there was none. */
  before?: Row | undefined;
  after?: Row | undefined;
}

export type StatusChange = Change<'statuses', Status>;
export type TopicChange = Change<'topics', Topic>;
export type SettingChange = Change<'settings', SettingRow>;
export type SeenChange = Change<'seen', NewlySeen>;

/** One row that the user changed: enough to undo it. */
export type JournalRow = Head & (StatusChange | TopicChange | SettingChange | SeenChange);

/** The rows of one table, with their type. */
export function rowsOf<T extends JournalRow['table']>(
  rows: readonly JournalRow[],
  table: T,
): (JournalRow & { table: T })[] {
  return rows.filter((row): row is JournalRow & { table: T } => row.table === table);
}

/** The rows that made the papers seen. */
export function toSeenRows({ ids, at, times = [] }: NewlySeen): Seen[] {
  return ids.map((paperId, i) => ({ paperId, at: times[i] ?? at }));
}
