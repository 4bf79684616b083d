import { toActionWords } from '@/lib/core/journal/action-words';
import { type ActionScope, type JournalRow, RESTORE, rowsOf, type UndoScope } from '@/lib/core/journal/journal';
import type { UserRows } from '@/lib/core/journal/plan-undo';
import { userDb } from '../user-database';

/** The newest thing the user did that can still be undone. */
export interface LastAction {
  group: string;
  at: number;
  words: string;
}

const PLACES: Readonly<Record<UndoScope, readonly ActionScope[]>> = {
  papers: ['papers'],
  topics: ['topics'],
  settings: ['settings'],
  popup: ['papers', 'topics'],
  all: ['papers', 'topics', 'settings'],
};

/** What an undo of `scope` would take back now, whichever page did it and however long ago. */
export async function readLastAction(scope: UndoScope): Promise<LastAction | undefined> {
  // Rows of one key stand by `seq` in an index: the last one is the newest.
  const lasts = await Promise.all(PLACES[scope].map((open) => userDb.journal.where('open').equals(open).last()));
  const last = lasts.reduce((newest, row) => ((row?.seq ?? -1) > (newest?.seq ?? -1) ? row : newest), undefined);
  if (last?.group === undefined) return undefined;
  return { group: last.group, at: last.at, words: toActionWords(last, await countChanged(last, last.group)) };
}

/** How many papers, topics or settings the group of `last` changed, without those that are taken back already. */
async function countChanged(last: JournalRow, group: string): Promise<number> {
  if (last.table === 'seen') return last.after?.ids.length ?? 0;
  // By the index alone: a restore can have written 50,000 rows, and every open page counts them.
  if (last.action === RESTORE) {
    const rows = () => userDb.journal.where('group').equals(group);
    // What became seen stands first, and is none of the changes that are told of.
    const [count, first] = await Promise.all([rows().count(), rows().first()]);
    return first?.table === 'seen' ? count - 1 : count;
  }
  return (await readOpenRows(group)).filter(({ table }) => table !== 'seen').length;
}

async function readOpenRows(group: string): Promise<JournalRow[]> {
  return (await userDb.journal.where('group').equals(group).toArray()).filter(({ open }) => open !== undefined);
}

/** True where the papers that an action made seen were made new again. */
export async function isSeenTakenBack(group: string): Promise<boolean> {
  const rows = await userDb.journal.where('group').equals(group).toArray();
  return rows.some(({ table, open }) => table === 'seen' && open === undefined);
}

/** What was done after these rows in the same places and can still be undone. */
async function readLater(rows: readonly JournalRow[]): Promise<JournalRow[]> {
  const last = rows.at(-1);
  const places = new Set(rows.flatMap(({ open }) => open ?? []));
  return (await Promise.all([...places].map((open) => readLaterIn(open, last)))).flat();
}

async function readLaterIn(open: ActionScope, last: JournalRow | undefined): Promise<JournalRow[]> {
  const later: JournalRow[] = [];
  // From the newest backwards: for the undo of the newest action, as most are, that is one row.
  await userDb.journal
    .where('open')
    .equals(open)
    .reverse()
    .until((row) => (row.seq ?? 0) <= (last?.seq ?? 0))
    .each((row) => void later.push(row));
  return later;
}

/** The rows of an action that can still be undone, the rows they changed as they are now, and what was done since. */
export async function readOpenGroup(group: string): Promise<{ rows: JournalRow[]; current: UserRows }> {
  const rows = await readOpenRows(group);
  const keys = (table: JournalRow['table']) => rowsOf(rows, table).map(({ key }) => key);
  const papers = new Set([...keys('statuses'), ...rowsOf(rows, 'seen').flatMap(({ after }) => after?.ids ?? [])]);
  const [statuses, topics, settings, later] = await Promise.all([
    userDb.statuses.bulkGet([...papers]),
    keys('topics').length > 0 ? userDb.topics.toArray() : [],
    userDb.settings.bulkGet(keys('settings')),
    readLater(rows),
  ]);
  return {
    rows,
    current: {
      statuses: new Map(statuses.flatMap((row) => (row ? [[row.paperId, row]] : []))),
      topics: new Map(topics.map((row) => [row.id, row])),
      settings: new Map(settings.flatMap((row) => (row ? [[row.key, row]] : []))),
      later,
    },
  };
}
