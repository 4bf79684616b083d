import { TOPIC_FIELDS, type Topic, type TopicField } from '../topics/topic';
import type { JournalRow } from './journal';

/** Typing with pauses shorter than this is one edit. */
const PAUSE_MS = 10_000;

const TYPED: readonly string[] = ['name', 'query'];

/** The fields of a topic that differ; its times say nothing. */
export function toChangedFields(before: Topic, after: Topic): TopicField[] {
  return TOPIC_FIELDS.filter((field) => before[field] !== after[field]);
}

/**
 * A query that is typed is stored at every pause; undone letter by letter, undo would be of no use. The newest row with
 * this edit made part of it, or `undefined` when the edit is an action of its own: of another topic, of another field,
 * or after a long pause.
 */
export function joinEdit(last: JournalRow | undefined, after: Topic, at: number): JournalRow | undefined {
  if (last?.table !== 'topics' || last.action !== 'topic:edit' || last.key !== after.id) return undefined;
  if (!last.before || !last.after || at < last.at || at - last.at > PAUSE_MS) return undefined;
  const written: readonly string[] = toChangedFields(last.before, last.after);
  const isMore = toChangedFields(last.after, after).every((field) => TYPED.includes(field) && written.includes(field));
  return isMore ? { ...last, at, after } : undefined;
}
