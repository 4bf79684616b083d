import * as z from 'zod/mini';
import { QUERY_LENGTH_LIMIT } from '../query/read-query';
import { TOPIC_NAME_LIMIT, toCleanName } from './plan-topics';
import type { Topic } from './topic';

/** In words for the person whose file it is. */
const named = (words: string) => ({ error: words });
const time = z.number(named('must be a time in milliseconds')).check(z.int(), z.nonnegative());

/**
 * A topic from outside: an import, a backup, another device. Every field is checked and unknown ones are dropped; the
 * query need only be text, since one of a newer version is kept and shown with its error. A file apart from
 * plan-topics.ts: zod is heavier than the rest of the room, and no popup needs it before its first list.
 */
const topicSchema = z.object(
  {
    id: z.uuid(named('id must be a UUID')),
    name: z.string(named('name must be text')).check(
      z.overwrite(toCleanName),
      z.refine(
        (name) => name !== '' && [...name].length <= TOPIC_NAME_LIMIT,
        named(`name has 1 to ${TOPIC_NAME_LIMIT} characters`),
      ),
    ),
    query: z
      .string(named('query must be text'))
      .check(z.maxLength(QUERY_LENGTH_LIMIT, named(`query has at most ${QUERY_LENGTH_LIMIT} characters`))),
    colour: z.literal([0, 1, 2, 3, 4, 5, 6, 7], named('colour must be a whole number from 0 to 7')),
    badge: z.boolean(named('badge must be true or false')),
    notify: z.boolean(named('notify must be true or false')),
    enabled: z.boolean(named('enabled must be true or false')),
    position: z.number(named('position must be a whole number from 0 on')).check(z.int(), z.nonnegative()),
    createdAt: time,
    updatedAt: time,
    deletedAt: z.exactOptional(time),
  },
  named('a topic must be an object'),
);

/** The topic, or what is wrong with it: the first problem, in words. Never throws. */
export function parseTopic(value: unknown): { ok: true; topic: Topic } | { ok: false; problem: string } {
  const result = z.safeParse(topicSchema, value);
  if (result.success) return { ok: true, topic: result.data };
  const [issue] = result.error.issues;
  const field = issue?.path.join('.');
  const message = issue?.message ?? 'not a topic';
  return { ok: false, problem: field && !message.startsWith(field) ? `${field} ${message}` : message };
}
