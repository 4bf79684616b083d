import { parseQuery } from '@/lib/core/query/parse-query';
import type { TopicId } from '@/lib/core/topics/topic';
import { toTopicName } from '@/lib/core/topics/topic-name';
import type { KeptDraft, TopicDraft } from './draft-store';

/** The topic that has no row yet: it gets one with its first complete query. */
export const NEW_TOPIC = 'new';
export type DraftKey = TopicId | typeof NEW_TOPIC;

/** `waiting`: typed, not stored yet. `failed`: the database refused; the text is still here. */
export type SaveState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed';

/** What is known of a draft while its page is open. */
export interface Entry {
  key: DraftKey;
  draft: TopicDraft;
  /** The last complete query that was typed: what the preview shows and the topic keeps while the text has an error. */
  good?: string;
  savedName?: string;
  savedQuery?: string;
  sent?: KeptDraft['sent'];
  state: SaveState;
  timer?: ReturnType<typeof setTimeout>;
  /** A new topic that the user left while it was being created: the next new one begins blank. */
  isLeft?: boolean;
  /** It was forgotten: a save that was under way must not keep it again when it ends. */
  isDropped?: boolean;
  queue: Promise<void>;
}

/** A blank name follows the query; a name never typed here is not touched. */
export function toName(entry: Entry): string | undefined {
  const { name } = entry.draft;
  if (name === undefined) return undefined;
  return name.trim() || (entry.good === undefined ? undefined : toTopicName(entry.good));
}

/** A blank query parses nowhere useful: a topic that matches nothing, or everything, is nobody's wish. */
export function isComplete(query: string): boolean {
  return query.trim() !== '' && parseQuery(query).ok;
}

/** There is something of it that the database does not have. */
export function isUnsaved({ key, draft: { name, query }, state }: Entry): boolean {
  if (key === NEW_TOPIC && !name?.trim() && !query?.trim()) return false;
  const isPending = state === 'waiting' || state === 'saving' || state === 'failed';
  return isPending || (query !== undefined && !isComplete(query));
}

/** What would be lost with the page. */
export function toKept({ draft, good, savedQuery, sent }: Entry): KeptDraft {
  return {
    draft,
    ...(good === undefined || good === savedQuery ? {} : { good }),
    ...(sent === undefined ? {} : { sent }),
  };
}

/** What the row does not have yet: of the texts what was typed and is complete, of colour and badge what was chosen. */
export function toPatch(entry: Entry): TopicDraft {
  const name = toName(entry);
  const { good, savedName, savedQuery } = entry;
  return {
    ...(name !== undefined && name !== savedName ? { name } : {}),
    ...(good !== undefined && good !== savedQuery ? { query: good } : {}),
    ...toChoices(entry.draft),
  };
}

/** The part of a draft that is chosen and not typed. */
export function toChoices({ colour, badge }: TopicDraft): Pick<TopicDraft, 'colour' | 'badge'> {
  return { ...(colour === undefined ? {} : { colour }), ...(badge === undefined ? {} : { badge }) };
}
