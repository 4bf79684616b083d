import { parseQuery } from '@/lib/core/query/parse-query';
import type { Topic, TopicId } from '@/lib/core/topics/topic';
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
  /** What the row held of the draft's fields when each was begun, or when it was last saved from here. */
  base: TopicDraft;
  /** The text that gave way to a change made elsewhere. */
  offer?: TopicDraft;
  /** The last complete query that was typed: what the preview shows and the topic keeps while the text has an error. */
  good?: string;
  savedName?: string;
  savedQuery?: string;
  /** The id under which a new topic's row was asked for: asked again with it, no second one is made. */
  asked?: TopicId;
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
export function isUnsaved({ key, draft: { name, query }, state, offer }: Entry): boolean {
  if (offer) return true;
  if (key === NEW_TOPIC && !name?.trim() && !query?.trim()) return false;
  const isPending = state === 'waiting' || state === 'saving' || state === 'failed';
  return isPending || (query !== undefined && !isComplete(query));
}

/** What would be lost with the page. */
export function toKept({ draft, base, good, savedQuery, offer, asked }: Entry): KeptDraft {
  return {
    draft,
    ...(Object.keys(base).length === 0 ? {} : { base }),
    ...(good === undefined || good === savedQuery ? {} : { good }),
    ...(offer === undefined ? {} : { offer }),
    ...(asked === undefined ? {} : { asked }),
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

/** The fields of `topic` that `draft` has too. */
export function toBase(topic: Topic | undefined, draft: TopicDraft): TopicDraft {
  if (!topic) return {};
  const { name, query, colour, badge } = topic;
  const has = (field: keyof TopicDraft) => draft[field] !== undefined;
  return {
    ...(has('name') ? { name } : {}),
    ...(has('query') ? { query } : {}),
    ...(has('colour') ? { colour } : {}),
    ...(has('badge') ? { badge } : {}),
  };
}
