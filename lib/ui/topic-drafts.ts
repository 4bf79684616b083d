import type { Topic, TopicColour, TopicId } from '@/lib/core/topics/topic';
import { toTopicName } from '@/lib/core/topics/topic-name';
import {
  type DraftKey,
  type Entry,
  isComplete,
  isUnsaved,
  NEW_TOPIC,
  type SaveState,
  toChoices,
  toKept,
  toName,
  toPatch,
} from './draft-entry';
import type { DraftStore, KeptDraft, TopicDraft } from './draft-store';

export { type DraftKey, NEW_TOPIC, type SaveState } from './draft-entry';

export interface TopicSaver {
  create(topic: { name: string; query: string; colour?: TopicColour; badge?: boolean }): Promise<Topic>;
  update(id: TopicId, patch: TopicDraft): Promise<unknown>;
}

const SAVE_AFTER_MS = 600;

/**
 * Drafts of all topics while the page is open: switching topics loses no text, and a text with an error is never saved.
 * What is not stored yet is kept beside the database at each key, so that closing the page loses none either.
 */
export interface TopicDrafts {
  draft(key: DraftKey): TopicDraft;
  good(key: DraftKey): string | undefined;
  state(key: DraftKey): SaveState;
  /** Takes what was typed; saves it shortly after, as far as it is complete. */
  edit(key: DraftKey, patch: TopicDraft): void;
  /** Saves now what is complete. Resolves when it is stored; never rejects. */
  flush(key: DraftKey): Promise<void>;
  flushAll(): void;
  /** A field was left: saves, and lets the field show the name that was stored; it may have been cut or got a number. */
  done(key: DraftKey): Promise<void>;
  /** Goes on with what earlier pages left unsaved. Once, when the stored topics are known. */
  takeUp(topics: readonly Topic[]): void;
  /** The user left this topic: what is stored needs no draft any more, a text with an error keeps it. */
  leave(key: DraftKey): Promise<void>;
  /** Forgets the draft without saving. */
  drop(key: DraftKey): void;
  /** Forgets every draft without saving, of this page and of those that are closed. */
  dropAll(): void;
}

/** `onCreated` hears of a new topic's row, and whether its fields are still the ones on show. */
export function createTopicDrafts(
  saver: TopicSaver,
  onChange: () => void,
  onCreated: (topic: Topic, isShown: boolean) => void,
  store: DraftStore,
): TopicDrafts {
  const entries = new Map<DraftKey, Entry>();

  function entryOf(key: DraftKey): Entry {
    const known = entries.get(key);
    if (known) return known;
    const entry: Entry = {
      key,
      draft: key === NEW_TOPIC ? { name: '' } : {},
      state: 'clean',
      queue: Promise.resolve(),
    };
    entries.set(key, entry);
    return entry;
  }

  /** Keeps what would be lost with the page, and nothing else. */
  function keep(entry: Entry): void {
    const { key } = entry;
    // One that was left may have given its place to the next new one.
    if (entry.isDropped || (entries.get(key) ?? entry) !== entry) return;
    if (isUnsaved(entry)) store.write(key, toKept(entry));
    else store.remove(key);
  }

  async function save(entry: Entry): Promise<void> {
    const name = toName(entry);
    const query = entry.good;
    const choices = toChoices(entry.draft);
    if (entry.key === NEW_TOPIC) {
      if (query === undefined) return;
      entry.sent = { query, at: Date.now() };
      keep(entry);
      settleCreated(entry, await saver.create({ name: name ?? toTopicName(query), query, ...choices }));
    } else {
      const patch = toPatch(entry);
      if (Object.keys(patch).length === 0) return;
      await saver.update(entry.key, patch);
    }
    if (name !== undefined) entry.savedName = name;
    if (query !== undefined) entry.savedQuery = query;
    // From here on the row tells them. Another one, chosen meanwhile, goes with the next patch.
    if (entry.draft.colour === choices.colour) delete entry.draft.colour;
    if (entry.draft.badge === choices.badge) delete entry.draft.badge;
  }

  /** The new topic has its row: its draft is that row's from now on. */
  function settleCreated(entry: Entry, topic: Topic): void {
    if (!entry.isLeft) {
      entries.delete(NEW_TOPIC);
      entries.set(topic.id, entry);
    }
    entry.key = topic.id;
    delete entry.sent;
    keep(entry);
    const next = entries.get(NEW_TOPIC);
    if (next) keep(next);
    else store.remove(NEW_TOPIC);
    onCreated(topic, !entry.isLeft);
  }

  /** One save after the other: two at once would create the new topic twice. */
  function flush(key: DraftKey): Promise<void> {
    const entry = entries.get(key);
    if (!entry) return Promise.resolve();
    clearTimeout(entry.timer);
    if (entry.state !== 'waiting' && entry.state !== 'failed') return entry.queue;
    if (entry.key === NEW_TOPIC && entry.good === undefined) return entry.queue;
    entry.state = 'saving';
    onChange();
    entry.queue = entry.queue
      .then(() => save(entry))
      .then(
        () => settle(entry, 'saved'),
        () => settle(entry, 'failed'),
      );
    return entry.queue;
  }

  /** A key pressed while the database wrote has set `waiting` again: that one is not saved yet. */
  function settle(entry: Entry, state: SaveState): void {
    if (entry.state === 'saving') entry.state = state;
    // Not stored, and nowhere to be seen: it comes back as the new topic, unless another was begun.
    if (state === 'failed' && entry.isLeft && !entries.has(NEW_TOPIC)) {
      entry.isLeft = false;
      entries.set(NEW_TOPIC, entry);
    }
    keep(entry);
    onChange();
  }

  async function leave(key: DraftKey): Promise<void> {
    const saving = flush(key);
    const left = entries.get(NEW_TOPIC);
    if (key === NEW_TOPIC && left?.state === 'saving' && isComplete(left.draft.query ?? '')) {
      left.isLeft = true;
      entries.delete(NEW_TOPIC);
    }
    await saving;
    const entry = entries.get(key);
    if (!entry || entry.state === 'failed' || entry.state === 'waiting') return;
    const { query } = entry.draft;
    if (query === undefined || isComplete(query)) entries.delete(key);
    else entry.draft = { query };
    keep(entry);
    onChange();
  }

  function takeUpOne(key: DraftKey, { draft, good }: KeptDraft): void {
    const entry = entryOf(key);
    entry.draft = { ...entry.draft, ...draft };
    const complete = [draft.query, good].find((text) => text !== undefined && isComplete(text));
    if (complete !== undefined) entry.good = complete.trim();
    entry.state = 'waiting';
    keep(entry);
    // The new one is not left: it may be the one on show.
    void (key === NEW_TOPIC ? flush(key) : leave(key));
  }

  return {
    draft: (key) => entries.get(key)?.draft ?? {},
    good: (key) => entries.get(key)?.good,
    state: (key) => entries.get(key)?.state ?? 'clean',
    edit(key, patch) {
      const entry = entryOf(key);
      entry.draft = { ...entry.draft, ...patch };
      const { query } = patch;
      if (query !== undefined && isComplete(query)) entry.good = query.trim();
      entry.state = 'waiting';
      clearTimeout(entry.timer);
      // By the entry's own key: a new topic may have become a stored one by then.
      entry.timer = setTimeout(() => void flush(entry.key), SAVE_AFTER_MS);
      keep(entry);
      onChange();
    },
    flush,
    flushAll() {
      for (const key of [...entries.keys()]) void flush(key);
    },
    async done(key) {
      const entry = entries.get(key);
      await flush(key);
      if (entry?.state !== 'saved' || entry.draft.name === undefined) return;
      // A blank name follows the query from here on.
      if (entry.draft.name.trim() === '' && entry.good !== undefined) return;
      delete entry.draft.name;
      delete entry.savedName;
      onChange();
    },
    takeUp(topics) {
      for (const [key, kept] of store.readAll()) {
        const { sent } = kept;
        // Its row was written as the page closed: without this look there would be two of it.
        const made = topics.find(({ query, createdAt }) => sent && query === sent.query && createdAt >= sent.at);
        const owner = key === NEW_TOPIC && made ? made.id : key;
        const isKnown = owner === NEW_TOPIC || topics.some(({ id }) => id === owner);
        const isEmpty = Object.keys(kept.draft).length === 0;
        if (owner !== key || !isKnown || isEmpty) store.remove(key);
        if (isKnown && !isEmpty && !entries.has(owner)) takeUpOne(owner, kept);
      }
      onChange();
    },
    leave,
    drop(key) {
      clearTimeout(entries.get(key)?.timer);
      entries.delete(key);
      store.remove(key);
      onChange();
    },
    dropAll() {
      for (const entry of entries.values()) {
        clearTimeout(entry.timer);
        entry.isDropped = true;
      }
      entries.clear();
      for (const key of store.readAll().keys()) store.remove(key);
      onChange();
    },
  };
}
