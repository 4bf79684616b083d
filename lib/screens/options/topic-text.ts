import type { QueryToken } from '@/lib/core/query/ast';
import { parseQuery } from '@/lib/core/query/parse-query';
import type { QueryError } from '@/lib/core/query/query';
import type { Topic } from '@/lib/core/topics/topic';
import { toTopicName } from '@/lib/core/topics/topic-name';
import { NEW_TOPIC, type TopicDraft, type TopicDrafts } from '@/lib/ui/topic-drafts';

/** What the fields of a topic show, from its row and its draft. */
export interface TopicText {
  name: string;
  /** The name it has or gets when the field is blank. */
  defaultName: string;
  query: string;
  /** The last complete version: what the preview shows and the topic keeps. Blank: there is none. */
  good: string;
  error: QueryError | undefined;
  /** Pieces of the text in the field. */
  tokens: readonly QueryToken[];
  /** The text in the field is not what the topic works with. */
  isUnsaved: boolean;
  /** What was being written when the topic was changed elsewhere. */
  offer: TopicDraft | undefined;
}

/**
 * Something is written of a stored topic that is not stored: it has an error, or gave way to a change. Looks at none that
 * is not edited: all are asked at each key.
 */
export function hasUnsavedText({ id }: Topic, drafts: TopicDrafts): boolean {
  const { query } = drafts.draft(id);
  return drafts.offer(id) !== undefined || (query !== undefined && !parseQuery(query).ok);
}

/** `topic` is absent for the one that has no row yet. */
export function toTopicText(topic: Topic | undefined, drafts: TopicDrafts): TopicText {
  const key = topic?.id ?? NEW_TOPIC;
  const draft = drafts.draft(key);
  const query = draft.query ?? topic?.query ?? '';
  const good = drafts.good(key) ?? (topic && parseQuery(topic.query).ok ? topic.query : '');
  const result = parseQuery(query);
  // A new topic begins blank, that is no mistake yet; one that had words and lost them keeps the old ones.
  const isBegun = topic !== undefined || query.trim() !== '';
  const error = result.ok || !isBegun ? undefined : result.error;
  return {
    name: draft.name ?? topic?.name ?? '',
    // A stored one keeps its name until another query is stored: that may differ from the one made of the words.
    defaultName: topic && (good === '' || topic.query === good) ? topic.name : toTopicName(good),
    query,
    good,
    error,
    tokens: result.tokens,
    isUnsaved: draft.query !== undefined && error !== undefined,
    offer: drafts.offer(key),
  };
}
