import { toActionWords } from '@/lib/core/journal/action-words';
import {
  type ActionScope,
  isRestoredPlace,
  type JournalRow,
  type OpenPlace,
  rowsOf,
  toRestoredPlace,
  toScope,
  type UndoScope,
} from '@/lib/core/journal/journal';
import type { UserRows } from '@/lib/core/journal/plan-undo';
import { userDb } from '../user-database';

/** The newest thing the user did that can still be undone. */
export interface LastAction {
  group: string;
  at: number;
  words: string;
}

const ALL: readonly ActionScope[] = ['papers', 'topics', 'settings'];

const PLACES: Readonly<Record<UndoScope, readonly ActionScope[]>> = {
  papers: ['papers'],
  topics: ['topics'],
  settings: ['settings'],
  popup: ['papers', 'topics'],
  restore: ALL,
  all: ALL,
};

/** What an undo of `scope` would take back now, whichever page did it and however long ago. */
export async function readLastAction(scope: UndoScope): Promise<LastAction | undefined> {
  const lasts = await Promise.all(PLACES[scope].map((place) => readLastIn(place, scope)));
  const last = lasts.reduce(toNewer, undefined);
  if (last?.group === undefined) return undefined;
  return { group: last.group, at: last.at, words: toActionWords(last, await countChanged(last, last.group)) };
}

/**
 * The newest row of a place. What a restore wrote since stands in the way of what was done by hand before: taken back below
 * it, a click would be asked for again and again and never be undone.
 */
async function readLastIn(place: ActionScope, scope: UndoScope): Promise<JournalRow | undefined> {
  // Rows of one key stand by `seq` in an index: the last one is the newest.
  const readLast = (open: OpenPlace) => userDb.journal.where('open').equals(open).last();
  const restored = await readLast(toRestoredPlace(place));
  if (scope === 'restore') return restored;
  const last = toNewer(await readLast(place), restored);
  if (scope === 'all') return last;
  // A file of topics is taken in on another page, and taken back there.
  if (scope === 'popup' && last?.action === 'topic:import') return undefined;
  return isRestoredPlace(last?.open) ? undefined : last;
}

function toNewer(a: JournalRow | undefined, b: JournalRow | undefined): JournalRow | undefined {
  return (b?.seq ?? -1) > (a?.seq ?? -1) ? b : a;
}

/** How many papers, topics or settings the group of `last` changed, without those that are taken back already. */
async function countChanged(last: JournalRow, group: string): Promise<number> {
  if (last.table === 'seen') return last.after?.ids.length ?? 0;
  // By the index alone: a restore can have written 50,000 rows, and every open page counts them.
  if (isRestoredPlace(last.open)) {
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
  const scopes = new Set(rows.flatMap(({ open }) => (open === undefined ? [] : toScope(open))));
  const places = [...scopes].flatMap((scope) => [scope, toRestoredPlace(scope)]);
  return (await Promise.all(places.map((open) => readLaterIn(open, last)))).flat();
}

async function readLaterIn(open: OpenPlace, last: JournalRow | undefined): Promise<JournalRow[]> {
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
