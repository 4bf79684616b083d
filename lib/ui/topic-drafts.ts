import type { Topic } from '@/lib/core/topics/topic';
import { createDraftBook } from './draft-book';
import { type DraftKey, isComplete, type SaveState, toBase } from './draft-entry';
import { createDraftLeaving, type DraftLeaving } from './draft-leaving';
import { createDraftOffers, type DraftOffers } from './draft-offers';
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
export interface TopicDrafts extends DraftOffers, DraftLeaving {
  draft(key: DraftKey): TopicDraft;
  good(key: DraftKey): string | undefined;
  state(key: DraftKey): SaveState;
  /** Takes what was typed; saves it shortly after, as far as it is complete. */
  edit(key: DraftKey, patch: TopicDraft): void;
  /** Saves now what is complete. Resolves when it is stored; never rejects. */
  flush(key: DraftKey): Promise<void>;
  flushAll(): void;
  /** Goes on with what earlier pages left unsaved. Once, when the stored topics are known. */
  takeUp(topics: readonly Topic[]): void;
  /** The stored topics, whenever they have changed. */
  follow(topics: readonly Topic[]): void;
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

  const offers = createDraftOffers(book, edit, onChange);
  const leaving = createDraftLeaving(book, flush, onChange);

  function flushAll(): void {
    for (const key of [...entries.keys()]) void flush(key);
  }

  function dropAll(): void {
    book.dropAll();
    onChange();
  }

  return {
    ...offers,
    ...leaving,
    draft: (key) => entries.get(key)?.draft ?? {},
    good: (key) => entries.get(key)?.good,
    state: (key) => entries.get(key)?.state ?? 'clean',
    edit,
    flush,
    flushAll,
    takeUp(topics) {
      takeUpKept(topics, { book, store, flush, leave: leaving.leave });
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
