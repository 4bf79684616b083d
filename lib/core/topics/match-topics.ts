import type { QueryMistake } from '../query/mistake';
import type { CompiledQuery, Subject } from '../query/query';
import { type QueryReading, readQuery } from '../query/read-query';
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

/**
 * Queries by their text. The badge is counted after every page of a sync and every card that was seen, from topics read
 * anew each time: reading fifty queries takes as long as asking them about a hundred papers. Emptied when full.
 */
const known = new Map<string, QueryReading>();
const KNOWN_LIMIT = 400;

function readOnce(query: string): QueryReading {
  let result = known.get(query);
  if (!result) {
    result = readQuery(query);
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(query, result);
  }
  return result;
}

/** The topics that match, in the order given. */
export function matchTopics(compiled: readonly CompiledTopic[], subject: Subject): TopicId[] {
  const ids: TopicId[] = [];
  for (const { topic, query } of compiled) if (query?.matches(subject)) ids.push(topic.id);
  return ids;
}
