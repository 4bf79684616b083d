import type { PaperId, Seen } from '../papers/paper';
import type { Status } from '../papers/status';
import type { SettingRow } from '../settings/settings';
import type { Topic } from '../topics/topic';

/** Where an action belongs. */
export type ActionScope = 'papers' | 'topics' | 'settings';

/**
 * What an undo looks at; `popup`: what can be done there, papers and topics; `restore`: backups alone, which belong to none
 * of the others: a key that takes back a click must not take back what days of work may stand on.
 */
export type UndoScope = ActionScope | 'popup' | 'restore' | 'all';

/** Where an action stands in the index: what a restore wrote beside what was done by hand. */
export type OpenPlace = ActionScope | `restored-${ActionScope}`;

const RESTORED = 'restored-';

/** The place of what a restore wrote there. */
export function toRestoredPlace(scope: ActionScope): OpenPlace {
  return `${RESTORED}${scope}`;
}

/** True for the place of what a restore wrote. */
export function isRestoredPlace(open: OpenPlace | undefined): boolean {
  return open?.startsWith(RESTORED) === true;
}

/** Where it belongs, whoever wrote it. */
export function toScope(open: OpenPlace): ActionScope {
  return (isRestoredPlace(open) ? open.slice(RESTORED.length) : open) as ActionScope;
}

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
  open?: OpenPlace;
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
