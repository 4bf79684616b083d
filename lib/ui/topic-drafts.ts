import { parseQuery } from '@/lib/core/query/parse-query';
import type { Topic, TopicColour, TopicId } from '@/lib/core/topics/topic';
import { toTopicName } from '@/lib/core/topics/topic-name';

/** The topic that has no row yet: it gets one with its first complete query. */
export const NEW_TOPIC = 'new';
export type DraftKey = TopicId | typeof NEW_TOPIC;

/** What was typed and may differ from what is stored. */
export interface TopicDraft {
  name?: string;
  query?: string;
  colour?: TopicColour;
  badge?: boolean;
}

/** `waiting`: typed, not stored yet. `failed`: the database refused; the text is still here. */
export type SaveState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed';

export interface TopicSaver {
  create(topic: { name: string; query: string; colour?: TopicColour; badge?: boolean }): Promise<Topic>;
  update(id: TopicId, patch: { name?: string; query?: string }): Promise<unknown>;
}

interface Entry {
  key: DraftKey;
  draft: TopicDraft;
  /** The last complete query that was typed: what the preview shows and the topic keeps while the text has an error. */
  good?: string;
  savedName?: string;
  savedQuery?: string;
  state: SaveState;
  timer?: ReturnType<typeof setTimeout>;
  /** A new topic that the user left while it was being created: the next new one begins blank. */
  isLeft?: boolean;
  queue: Promise<void>;
}

const SAVE_AFTER_MS = 600;

/** Drafts of all topics while the page is open: switching topics loses no text, and a text with an error is never saved. */
export interface TopicDrafts {
  draft(key: DraftKey): TopicDraft;
  good(key: DraftKey): string | undefined;
  state(key: DraftKey): SaveState;
  /** Takes what was typed; saves it shortly after, as far as it is complete. */
  edit(key: DraftKey, patch: TopicDraft): void;
  /** Saves now what is complete. Resolves when it is stored; never rejects. */
  flush(key: DraftKey): Promise<void>;
  flushAll(): void;
  /** The user left this topic: what is stored needs no draft any more, a text with an error keeps it. */
  leave(key: DraftKey): Promise<void>;
  /** Forgets the draft without saving. */
  drop(key: DraftKey): void;
}

/** `onCreated` hears of a new topic's row, and whether its fields are still the ones on show. */
export function createTopicDrafts(
  saver: TopicSaver,
  onChange: () => void,
  onCreated: (topic: Topic, isShown: boolean) => void,
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

  /** A blank name follows the query; a name never typed here is not touched. */
  function toName(entry: Entry): string | undefined {
    const { name } = entry.draft;
    if (name === undefined) return undefined;
    return name.trim() || (entry.good === undefined ? undefined : toTopicName(entry.good));
  }

  async function save(entry: Entry): Promise<void> {
    const name = toName(entry);
    const query = entry.good;
    if (entry.key === NEW_TOPIC) {
      if (query === undefined) return;
      const { colour, badge } = entry.draft;
      const topic = await saver.create({
        name: name ?? toTopicName(query),
        query,
        ...(colour === undefined ? {} : { colour }),
        ...(badge === undefined ? {} : { badge }),
      });
      if (!entry.isLeft) {
        entries.delete(NEW_TOPIC);
        entries.set(topic.id, entry);
      }
      entry.key = topic.id;
      onCreated(topic, !entry.isLeft);
    } else {
      const patch = {
        ...(name !== undefined && name !== entry.savedName ? { name } : {}),
        ...(query !== undefined && query !== entry.savedQuery ? { query } : {}),
      };
      if (Object.keys(patch).length === 0) return;
      await saver.update(entry.key, patch);
    }
    if (name !== undefined) entry.savedName = name;
    if (query !== undefined) entry.savedQuery = query;
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
    onChange();
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
      onChange();
    },
    flush,
    flushAll() {
      for (const key of [...entries.keys()]) void flush(key);
    },
    async leave(key) {
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
      onChange();
    },
    drop(key) {
      clearTimeout(entries.get(key)?.timer);
      entries.delete(key);
      onChange();
    },
  };
}

/** A blank query parses nowhere useful: a topic that matches nothing, or everything, is nobody's wish. */
function isComplete(query: string): boolean {
  return query.trim() !== '' && parseQuery(query).ok;
}
