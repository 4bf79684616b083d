import type { Topic, TopicId } from '@/lib/core/topics/topic';
import type { DraftBook } from './draft-book';
import { type DraftKey, isComplete, NEW_TOPIC, toBase } from './draft-entry';
import type { DraftStore, KeptDraft } from './draft-store';

/** What taking up needs of the drafts of this page. */
interface Drafts {
  book: DraftBook;
  store: DraftStore;
  flush(key: DraftKey): Promise<void>;
  leave(key: DraftKey): Promise<void>;
}

/**
 * Goes on with the texts that pages before this one left unsaved: saves what is complete, and offers what its topic has
 * no place for any more. What this page is writing already stays as it is. `topics` are the stored ones.
 */
export function takeUpKept(topics: readonly Topic[], drafts: Drafts): void {
  const { book, store } = drafts;
  book.hear(topics);
  for (const [key, kept] of store.readAll()) {
    // Its row was written as the page closed: without this look there would be two of it.
    const isMade = key === NEW_TOPIC && topics.some(({ id }) => id === kept.asked);
    const owner = isMade ? (kept.asked as TopicId) : key;
    const isKnown = owner === NEW_TOPIC || topics.some(({ id }) => id === owner);
    const isEmpty = Object.keys(kept.draft).length === 0 && !kept.offer;
    if (owner !== key || isEmpty) store.remove(key);
    if (isEmpty || book.entries.has(owner)) continue;
    if (isKnown) takeUpOne(owner, kept, isMade, drafts);
    else takeUpLost(owner, kept, drafts);
  }
}

function takeUpOne(key: DraftKey, kept: KeptDraft, isMade: boolean, { book, flush, leave }: Drafts): void {
  const entry = book.entryOf(key);
  const { draft, base = {}, good, offer, asked } = kept;
  entry.draft = { ...entry.draft, ...draft };
  entry.base = isMade ? toBase(book.rows.get(key), entry.draft) : base;
  if (offer) entry.offer = offer;
  if (asked !== undefined && !isMade) entry.asked = asked;
  const complete = [draft.query, good].find((text) => text !== undefined && isComplete(text));
  if (complete !== undefined) entry.good = complete.trim();
  entry.state = 'waiting';
  book.check(entry);
  book.keep(entry);
  // The new one is not left: it may be the one on show.
  void (key === NEW_TOPIC ? flush(key) : leave(key));
}

/** Its topic was deleted while no page was there to offer it. */
function takeUpLost(key: TopicId, { draft, offer }: KeptDraft, { book }: Drafts): void {
  const entry = book.entryOf(key);
  // What was written last counts.
  entry.offer = { ...offer, ...draft };
  book.keep(entry);
}
