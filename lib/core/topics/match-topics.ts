import type { QueryMistake } from '../query/mistake';
import type { CompiledQuery, Subject } from '../query/query';
import { readOnce } from '../query/read-once';
import type { Topic, TopicId } from './topic';

/** A topic ready to be asked. Exactly one of `query` and `mistake` is there. */
export interface CompiledTopic {
  topic: Topic;
  query?: CompiledQuery;
  /** The stored query does not parse (written by a newer version, or imported). Such a topic matches nothing. */
  mistake?: QueryMistake;
}

/** Disabled and deleted topics are left out; the others keep their order. */
export function compileTopics(topics: readonly Topic[]): CompiledTopic[] {
  return topics
    .filter((topic) => topic.enabled && topic.deletedAt === undefined)
    .map((topic) => {
      const result = readOnce(topic.query);
      return result.ok ? { topic, query: result.query } : { topic, mistake: result.mistake };
    });
}

/** The topics that match, in the order given. */
export function matchTopics(compiled: readonly CompiledTopic[], subject: Subject): TopicId[] {
  const ids: TopicId[] = [];
  for (const { topic, query } of compiled) if (query?.matches(subject)) ids.push(topic.id);
  return ids;
}
