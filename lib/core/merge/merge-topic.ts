import { TOPIC_FIELDS, type Topic, type TopicField } from '../topics/topic';
import { isReplacedBy } from './later';

/** What keeps a topic alive when it was changed after its deletion. Not its place: that changes when others are moved. */
const CONTENT: readonly TopicField[] = ['name', 'query', 'colour', 'badge', 'notify', 'enabled'];

/** When the field was given its value. */
export function toFieldTime(topic: Topic, field: TopicField): number {
  return topic.times?.[field] ?? topic.updatedAt;
}

/**
 * What two devices, or a backup and this one, know of one topic: of each field the later value. A deletion stands only
 * where nothing but the topic's place was changed after it: work that somebody went on with is not lost. Commutative,
 * associative and idempotent, so that copies that meet in any order end up the same. Names are left as they are: a
 * number behind one would be an edit that nobody made, and another one on each device.
 */
export function mergeTopic(a: Topic, b: Topic): Topic {
  const merged: Topic = {
    ...a,
    createdAt: Math.min(a.createdAt, b.createdAt),
    updatedAt: Math.max(a.updatedAt, b.updatedAt),
    times: {},
  };
  const times: Topic['times'] = {};
  for (const field of TOPIC_FIELDS) {
    const ours = { value: a[field], at: toFieldTime(a, field) };
    const theirs = { value: b[field], at: toFieldTime(b, field) };
    const { value, at } = isReplacedBy(ours, theirs) ? theirs : ours;
    Object.assign(merged, { [field]: value });
    times[field] = at;
  }
  const { deletedAt, ...alive } = { ...merged, times };
  const isDeleted = deletedAt !== undefined && toFieldTime(alive, 'deletedAt') >= toContentTime(alive);
  return isDeleted ? { ...alive, deletedAt } : alive;
}

/**
 * The row as it is to be stored, with the time of each field: `at` for those that differ from the row `before`. Never
 * earlier than what it replaces, though the clock was set back, or a merge would bring that back. A topic that stays
 * deleted is so since its last change.
 */
export function stampTopic(before: Topic | undefined, after: Topic, at: number): Topic {
  const times: Topic['times'] = {};
  for (const field of TOPIC_FIELDS) {
    const known = before && toFieldTime(before, field);
    if (known === undefined) times[field] = at;
    else times[field] = before?.[field] === after[field] ? known : Math.max(at, known + 1);
  }
  const stamped = { ...after, times };
  if (after.deletedAt !== undefined)
    times.deletedAt = Math.max(toFieldTime(stamped, 'deletedAt'), toContentTime(stamped));
  return stamped;
}

function toContentTime(topic: Topic): number {
  return Math.max(...CONTENT.map((field) => toFieldTime(topic, field)));
}
