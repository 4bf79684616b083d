import { toStatusPart } from '@/lib/core/copy/outbox';
import { joinEdit, toChangedFields } from '@/lib/core/journal/join-edits';
import { type JournalRow, rowsOf, type TopicChange } from '@/lib/core/journal/journal';
import { toStamped } from '@/lib/core/merge/later';
import { stampTopic } from '@/lib/core/merge/merge-topic';
import { toPaperUrl } from '@/lib/core/papers/links';
import type { Paper, PaperId } from '@/lib/core/papers/paper';
import { type Status, type StatusFlag, toStatus, toStoredStatus } from '@/lib/core/papers/status';
import type { SettingKey, Settings } from '@/lib/core/settings/settings';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
import { userDb } from '../user-database';
import { type Action, journal } from './journal';
import { markStale } from './outbox';

/** What a mark needs to know of a paper, to show it when the feed has lost it. */
export type Markable = Pick<Paper, 'id' | 'title'>;

/**
 * Sets a state of papers and writes it down as one action, with the papers that are made seen by it. Returns the
 * journal's rows of those that changed; papers that were so already are left alone.
 */
export async function writeFlags(
  { group, at }: Action,
  papers: readonly Markable[],
  flag: StatusFlag,
  value: boolean,
  newlySeen: PaperId[],
): Promise<JournalRow[]> {
  const head = { at, group, action: `status:${flag}`, open: 'papers' } as const;
  return userDb.transaction('rw', userDb.statuses, userDb.journal, userDb.outbox, async () => {
    const known = await userDb.statuses.bulkGet(papers.map(({ id }) => id));
    const rows = papers.flatMap((paper, i): (JournalRow & { table: 'statuses'; after: Status })[] => {
      const before = known[i] && toStatus(known[i]);
      if ((before?.[flag]?.value ?? false) === value) return [];
      const { id, title } = paper;
      const stamped = toStamped(value, at, before?.[flag]);
      const after: Status = { ...before, paperId: id, title, link: toPaperUrl(paper), [flag]: stamped };
      return [{ ...head, table: 'statuses', key: id, before, after }];
    });
    await userDb.statuses.bulkPut(rows.map(({ after }) => toStoredStatus(after)));
    await markStale(rows.map(({ key }) => toStatusPart(key)));
    await journal([...toSeenRows({ group, at }, newlySeen), ...rows]);
    return rows;
  });
}

/** Writes down that papers are about to be made seen by hand. */
export async function journalSeen(action: Action, ids: PaperId[]): Promise<void> {
  await userDb.transaction('rw', userDb.journal, () => journal(toSeenRows(action, ids)));
}

function toSeenRows({ group, at }: Action, ids: PaperId[]): JournalRow[] {
  if (ids.length === 0) return [];
  return [{ at, group, action: 'seen', open: 'papers', table: 'seen', key: '', after: { ids, at } }];
}

/**
 * Reads all topics (deleted ones too), lets `plan` name the rows to write, and journals those that change as one
 * action: one transaction, so that two pages that reorder at once cannot leave two topics in one place. Returns the
 * topics as planned, and the rows of the journal: of an earlier action, where this one goes on with it.
 */
export async function changeTopics(
  action: string,
  { group, at }: Action,
  plan: (topics: Topic[]) => Topic[],
): Promise<{ topics: Topic[]; rows: JournalRow[] }> {
  return userDb.transaction('rw', userDb.topics, userDb.journal, userDb.outbox, async () => {
    const known = await userDb.topics.toArray();
    const byId = new Map<TopicId, Topic>(known.map((topic) => [topic.id, topic]));
    const topics = plan(known).map((topic) => {
      const before = byId.get(topic.id);
      return before && toChangedFields(before, topic).length === 0 ? topic : stampTopic(before, topic, at);
    });
    const rows = topics.flatMap((after): JournalRow[] => {
      const before = byId.get(after.id);
      if (before && toChangedFields(before, after).length === 0) return [];
      const head = { at, group, action: `topic:${action}`, open: 'topics' } as const;
      return [{ ...head, table: 'topics', key: after.id, before, after }];
    });
    await userDb.topics.bulkPut(rowsOf(rows, 'topics').flatMap(({ after }) => after ?? []));
    if (rows.length > 0) await markStale(['topics']);
    return { topics, rows: await journalEdits(rows) };
  });
}

/** An edit that goes on with the newest one becomes part of it; typed back to where it began, neither was one. */
async function journalEdits(rows: JournalRow[]): Promise<JournalRow[]> {
  const [row, ...more] = rowsOf(rows, 'topics');
  if (row?.action === 'topic:edit' && row.after && more.length === 0) {
    const last = await userDb.journal.where('open').equals('topics').last();
    const joined = joinEdit(last, row.after, row.at);
    if (joined?.seq !== undefined) {
      const isBack = joined.table === 'topics' && isSame(joined);
      await (isBack ? userDb.journal.delete(joined.seq) : userDb.journal.put(joined));
      return isBack ? [] : [joined];
    }
  }
  await journal(rows);
  return rows;
}

function isSame({ before, after }: TopicChange): boolean {
  return before !== undefined && after !== undefined && toChangedFields(before, after).length === 0;
}

/** What is chosen again and not taken back: an undo would delete papers without the question that comes with the choice. */
const NEVER_UNDONE: readonly SettingKey[] = ['keepDays'];

/** Stores one setting. Returns whether it changed. */
export async function writeSetting<K extends SettingKey>(
  key: K,
  value: Settings[K],
  { group, at }: Action,
): Promise<boolean> {
  return userDb.transaction('rw', userDb.settings, userDb.journal, userDb.outbox, async () => {
    const before = await userDb.settings.get(key);
    if (before?.value === value) return false;
    const after = { key, value, at: Math.max(at, (before?.at ?? -1) + 1) };
    await userDb.settings.put(after);
    await markStale(['settings']);
    const place = NEVER_UNDONE.includes(key) ? {} : ({ open: 'settings' } as const);
    await journal([{ at, group, action: 'setting', ...place, table: 'settings', key, before, after }]);
    return true;
  });
}
