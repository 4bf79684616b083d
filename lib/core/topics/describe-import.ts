import { toChangedFields } from '../journal/join-edits';
import { parseQuery } from '../query/parse-query';
import { planImport } from './plan-import';
import type { Topic, TopicColour, TopicId } from './topic';

/** What an import would do with one topic of the file. */
export interface ImportLine {
  id: TopicId;
  name: string;
  query: string;
  colour: TopicColour;
  kind: 'new' | 'different' | 'same';
  /** What would change, in words; empty for a new one and for the same. */
  changes: string;
  /** Why its query does not parse; it is imported and matches nothing until it is mended. */
  queryError: string | undefined;
}

export type ImportDescription = { ok: true; lines: ImportLine[] } | { ok: false; problem: string };

const FIELD_WORDS: Record<ReturnType<typeof toChangedFields>[number], string> = {
  name: 'name',
  query: 'query',
  colour: 'colour',
  badge: 'counting on the badge',
  notify: 'alerts',
  enabled: 'on or off',
  position: 'place',
  deletedAt: 'deleted before',
};

/** What importing these topics would change, in the file's order, or why they can't be imported. Writes nothing. */
export function describeImport(incoming: readonly Topic[], topics: readonly Topic[]): ImportDescription {
  let planned: Map<TopicId, Topic>;
  try {
    planned = new Map(planImport(incoming, topics, 0).map((topic) => [topic.id, topic]));
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
  const lines = incoming.map((topic): ImportLine => {
    const after = planned.get(topic.id);
    const before = topics.find(({ id, deletedAt }) => id === topic.id && deletedAt === undefined);
    const fields = before && after ? toChangedFields(before, after) : [];
    const kind = !after || (before && fields.length === 0) ? 'same' : before ? 'different' : 'new';
    const { id, name, query, colour } = after ?? topic;
    const parsed = parseQuery(query);
    return {
      id,
      name,
      query,
      colour,
      kind,
      changes: fields.map((field) => FIELD_WORDS[field]).join(', '),
      queryError: parsed.ok ? undefined : parsed.error.message,
    };
  });
  return { ok: true, lines };
}
