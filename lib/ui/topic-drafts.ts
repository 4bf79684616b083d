import type { Topic, TopicId } from '@/lib/core/topics/topic';
import { createDraftBook, type LostDraft } from './draft-book';
import { type DraftKey, isComplete, NEW_TOPIC, type SaveState, toBase } from './draft-entry';
import { createDraftSaving, type TopicSaver } from './draft-saving';
import type { DraftStore, TopicDraft } from './draft-store';
import { takeUpKept } from './draft-take-up';

export { type DraftKey, NEW_TOPIC, type SaveState } from './draft-entry';
export type { TopicSaver } from './draft-saving';
export type { TopicDraft } from './draft-store';

const SAVE_AFTER_MS = 600;

/**
 * Drafts of all topics while the page is open: switching topics loses no text, and a text with an error is never saved.
 * What is not stored yet is kept beside the database at each key, so that closing the page loses none either. A topic
 * that is changed elsewhere is shown as it is stored; the text that was being written is offered, never saved over it,
 * nor into one that was deleted.
 */
export interface TopicDrafts {
  draft(key: DraftKey): TopicDraft;
  good(key: DraftKey): string | undefined;
  state(key: DraftKey): SaveState;
  /** What was being written when the topic was changed elsewhere. */
  offer(key: DraftKey): TopicDraft | undefined;
  /** Goes on with the offer, over what is stored now. */
  use(key: DraftKey): void;
  /** Forgets the offer. */
  letGo(key: DraftKey): void;
  /** What was being written on a topic that was deleted elsewhere. */
  deleted(): LostDraft | undefined;
  /** True where the new topic has no text that another would replace. */
  isNewFree(): boolean;
  /** Goes on with such a text as a new topic, where that is free. */
  makeNew(key: TopicId): void;
  /** Takes what was typed; saves it shortly after, as far as it is complete. */
  edit(key: DraftKey, patch: TopicDraft): void;
  /** Saves now what is complete. Resolves when it is stored; never rejects. */
  flush(key: DraftKey): Promise<void>;
  flushAll(): void;
  /** A field was left: saves, and lets the field show the name that was stored; it may have been cut or got a number. */
  done(key: DraftKey): Promise<void>;
  /** Goes on with what earlier pages left unsaved. Once, when the stored topics are known. */
  takeUp(topics: readonly Topic[]): void;
  /** The stored topics, whenever they have changed. */
  follow(topics: readonly Topic[]): void;
  /** The user left this topic: what is stored needs no draft any more, a text with an error keeps it. */
  leave(key: DraftKey): Promise<void>;
  /** Forgets the draft without saving. */
  drop(key: DraftKey): void;
  /** Forgets every draft without saving, of this page and of those that are closed. */
  dropAll(): void;
  /**
   * The same once `work` has deleted what the drafts are of. A save that is under way ends before it, or it would write
   * behind the deletion; none begins until it is done. Where it is refused nothing is forgotten.
   */
  dropAfter(work: () => Promise<void>): Promise<void>;
}

/** `onCreated` hears of a new topic's row, and whether its fields are still the ones on show. */
export function createTopicDrafts(
  saver: TopicSaver,
  onChange: () => void,
  onCreated: (topic: Topic, isShown: boolean) => void,
  store: DraftStore,
): TopicDrafts {
  const book = createDraftBook(store);
  const { entries, rows, keep, check } = book;
  const saving = createDraftSaving({ ...book, saver, onChange, onCreated });
  let isHeld = false;
  const flush = async (key: DraftKey) => {
    if (isHeld) return;
    await saving.flush(key, (entry) => {
      check(entry);
      keep(entry);
      onChange();
    });
  };

  function edit(key: DraftKey, patch: TopicDraft): void {
    const entry = book.entryOf(key);
    entry.base = { ...toBase(rows.get(key), patch), ...entry.base };
    entry.draft = { ...entry.draft, ...patch };
    const { query } = patch;
    if (query !== undefined && isComplete(query)) entry.good = query.trim();
    entry.state = 'waiting';
    clearTimeout(entry.timer);
    // By the entry's own key: a new topic may have become a stored one by then.
    entry.timer = setTimeout(() => void flush(entry.key), SAVE_AFTER_MS);
    keep(entry);
    onChange();
  }

  async function leave(key: DraftKey): Promise<void> {
    const stored = flush(key);
    const left = entries.get(NEW_TOPIC);
    if (key === NEW_TOPIC && left?.state === 'saving' && isComplete(left.draft.query ?? '')) {
      left.isLeft = true;
      entries.delete(NEW_TOPIC);
    }
    await stored;
    const entry = entries.get(key);
    if (!entry || entry.state === 'failed' || entry.state === 'waiting') return;
    const { query } = entry.draft;
    const isStored = query === undefined || isComplete(query);
    if (isStored && !entry.offer) entries.delete(key);
    entry.draft = isStored ? {} : { query };
    entry.base = toBase(rows.get(key), entry.draft);
    keep(entry);
    onChange();
  }

  function flushAll(): void {
    for (const key of [...entries.keys()]) void flush(key);
  }

  function dropAll(): void {
    book.dropAll();
    onChange();
  }

  const isNewFree = () => {
    const { name, query } = entries.get(NEW_TOPIC)?.draft ?? {};
    return !name?.trim() && !query?.trim();
  };

  return {
    draft: (key) => entries.get(key)?.draft ?? {},
    good: (key) => entries.get(key)?.good,
    state: (key) => entries.get(key)?.state ?? 'clean',
    offer: (key) => entries.get(key)?.offer,
    edit,
    flush,
    use(key) {
      const offer = book.takeOffer(key);
      if (offer) edit(key, offer);
    },
    letGo(key) {
      book.takeOffer(key);
      onChange();
    },
    deleted: () => book.findLost(),
    isNewFree,
    makeNew(key) {
      const offer = isNewFree() ? book.takeOffer(key) : undefined;
      if (!offer) return;
      const name = rows.get(key)?.name;
      book.drop(key);
      edit(NEW_TOPIC, { ...(name === undefined ? {} : { name }), ...offer });
    },
    flushAll,
    async done(key) {
      const entry = entries.get(key);
      await flush(key);
      if (entry?.state !== 'saved' || entry.draft.name === undefined) return;
      // A blank name follows the query from here on.
      if (entry.draft.name.trim() === '' && entry.good !== undefined) return;
      delete entry.draft.name;
      delete entry.base.name;
      delete entry.savedName;
      onChange();
    },
    takeUp(topics) {
      takeUpKept(topics, { book, store, flush, leave });
      onChange();
    },
    follow(topics) {
      book.hear(topics);
      for (const entry of [...entries.values()]) {
        check(entry);
        keep(entry);
      }
      onChange();
    },
    leave,
    drop(key) {
      book.drop(key);
      onChange();
    },
    dropAll,
    async dropAfter(work) {
      isHeld = true;
      try {
        await saving.settled();
        await work();
        dropAll();
      } finally {
        isHeld = false;
        flushAll();
      }
    },
  };
}
