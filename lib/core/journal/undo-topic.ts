import { findCountProblem, toFreeName } from '../topics/plan-topics';
import type { Topic, TopicField } from '../topics/topic';
import { toChangedFields } from './join-edits';
import type { JournalRow } from './journal';
import type { RowPlan, UserRows } from './plan-undo';
import { findWrittenSince } from './written';

type TopicRow = JournalRow & { table: 'topics' };

/** What has to be done so that one row of an action on topics is undone. */
export function undoTopic(row: TopicRow, { topics, later }: UserRows, at: number): RowPlan<Topic> {
  const topic = topics.get(row.key);
  const { before, after } = row;
  if (!topic || !after) return { isKept: false };
  const since = findWrittenSince(row, later);
  if (!before) return undoCreation(topic, after, since, at);
  return undoFields(topic, { ...row, before, after }, since, [...topics.values()], later.length === 0);
}

/** A new topic goes, unless its name or query were changed since: that is work of its own. */
function undoCreation(topic: Topic, made: Topic, since: ReadonlySet<string>, at: number): RowPlan<Topic> {
  if (since.has('deletedAt')) return { isKept: true };
  if (topic.deletedAt !== undefined) return { isKept: false };
  if (since.has('name') || since.has('query') || topic.query !== made.query) return { isKept: true };
  return { undone: { ...topic, deletedAt: at }, isKept: false };
}

function undoFields(
  topic: Topic,
  row: TopicRow & { before: Topic; after: Topic },
  since: ReadonlySet<string>,
  others: readonly Topic[],
  isNewest: boolean,
): RowPlan<Topic> {
  const { before, after } = row;
  const written = toChangedFields(before, after);
  const changed = written.filter((field) => since.has(field) || topic[field] !== before[field]);
  const comesBack = topic.deletedAt !== undefined && before.deletedAt === undefined && !since.has('deletedAt');
  const problem = comesBack && topic.deletedAt === after.deletedAt ? findCountProblem(others) : undefined;
  const fields = changed.filter((field) => {
    if (since.has(field) || (field === 'deletedAt' && problem !== undefined)) return false;
    // Nothing but an undo changes a name without the journal: it gave it a number.
    return field === 'name' || topic[field] === after[field];
  });
  if (fields.length === 0) return { isKept: changed.length > 0, problem };
  const undone = withFields(topic, before, fields);
  const { name } = undone;
  // Another topic may bear the name by now. Not at the undo of the newest action: what bears it bore it then, as a backup
  // can leave two of one name, and a number given here would stay for good.
  if (!isNewest && undone.deletedAt === undefined && (comesBack || name !== topic.name))
    undone.name = toFreeName(name, others, topic.id);
  const isKept = fields.length < changed.length;
  if (undone.name === name)
    return { undone, isKept, rest: isKept ? withRest(row, before, fields) : undefined, problem };
  // The number goes when the name is free again.
  const rest = withRest(row, undone, [...fields, 'name']);
  return { undone, isKept, rest: isKept ? rest : { ...rest, action: 'topic:edit' }, problem };
}

/** The row of the journal without what is taken back. */
function withRest(row: TopicRow & { after: Topic }, undone: Topic, fields: readonly TopicField[]): TopicRow {
  return { ...row, after: withFields(row.after, undone, fields) };
}

function withFields(topic: Topic, values: Topic, fields: readonly TopicField[]): Topic {
  const changed: Topic = { ...topic };
  for (const field of fields) {
    if (values[field] === undefined) delete changed[field as 'deletedAt'];
    else Object.assign(changed, { [field]: values[field] });
  }
  return changed;
}
