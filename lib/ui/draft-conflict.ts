import type { Topic } from '@/lib/core/topics/topic';
import { type Entry, isUnsaved, toBase } from './draft-entry';
import type { TopicDraft } from './draft-store';

/** True where the row, of a field that is being written, holds something else than when it was begun. */
export function isChangedElsewhere({ draft, base }: Entry, topic: Topic): boolean {
  const now = toBase(topic, draft);
  return FIELDS.some((field) => draft[field] !== undefined && now[field] !== base[field]);
}

/**
 * Makes the draft give way to the row: what is on show from here on is what is stored. What is nowhere else is kept as
 * an offer; what was stored in the meantime needs none.
 */
export function giveWay(entry: Entry, topic: Topic): void {
  const offer = isUnsaved(entry) ? toUnstored(entry.draft, topic) : {};
  clearTimeout(entry.timer);
  entry.draft = {};
  entry.base = {};
  delete entry.good;
  delete entry.savedName;
  delete entry.savedQuery;
  entry.state = 'clean';
  if (Object.keys(offer).length > 0) entry.offer = offer;
}

const FIELDS = ['name', 'query', 'colour', 'badge'] as const;

/** Compared as they are stored: without the blanks at the ends. A blank text is none. */
function toUnstored({ name, query, ...choices }: TopicDraft, topic: Topic): TopicDraft {
  const isText = (text: string | undefined, stored: string): text is string =>
    text !== undefined && text.trim() !== '' && text.trim() !== stored;
  const { colour, badge } = choices;
  return {
    ...(isText(name, topic.name) ? { name } : {}),
    ...(isText(query, topic.query) ? { query } : {}),
    ...(colour !== undefined && colour !== topic.colour ? { colour } : {}),
    ...(badge !== undefined && badge !== topic.badge ? { badge } : {}),
  };
}
